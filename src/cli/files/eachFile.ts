import { faultOf } from "../../figure/fixes/refusal.ts";
import { finished } from "../../figure/text/steps/slices.ts";
import { CommandFailure } from "../program/failure.ts";
import type { Output } from "../program/output.ts";
import { findFiles } from "./figureFiles.ts";
import { nameOf } from "./textFile.ts";

/** Does the same with each file that is meant, and goes on after one that fails. The exit code is the gravest of all. */
export async function eachFile(
  named: readonly string[],
  output: Output,
  run: (path: string) => Promise<number>,
): Promise<number> {
  let code = 0;
  for (const path of findFiles(named)) {
    try {
      code = Math.max(code, await run(path));
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      output.warn(error.message);
      code = 2;
    }
  }
  return code;
}

/** Throws a CommandFailure where what is to be written to a file is not JSON. */
export function refuseBroken(path: string, text: string): void {
  const broken = finished(faultOf(text));
  if (broken !== undefined)
    throw new CommandFailure(`${nameOf(path)} stays as it is, since the result would not be JSON. ${broken}`);
}
