import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { formatPath } from "../figure/figure.ts";
import { parseRuleFile, ruleFileName, type RuleSettings } from "../figure/ruleSettings.ts";
import { CommandFailure, fileFailure } from "./failure.ts";
import { standardInput } from "./figureFiles.ts";

/** What the nearest `.plotfilesrc.json` in a figure's folder or above it sets, each file read once. */
export class RuleFiles {
  readonly #folders = new Map<string, RuleSettings>();

  /** Throws a CommandFailure where that file is wrong: its rules would not be in force. */
  rulesFor(figure: string): RuleSettings {
    return this.#above(figure === standardInput ? process.cwd() : dirname(resolve(figure)));
  }

  #above(folder: string): RuleSettings {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const rules = readRules(join(folder, ruleFileName)) ?? (parent === folder ? {} : this.#above(parent));
    this.#folders.set(folder, rules);
    return rules;
  }
}

/** Undefined where there is no such file. */
function readRules(path: string): RuleSettings | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw fileFailure(path, "read", error);
  }
  const parsed = parseRuleFile(text);
  if (parsed.ok) return parsed.rules;
  const faults = parsed.faults.map((fault) =>
    `\n  ${formatPath(fault.path)}: ${fault.message}`.replace(/^\n {2}: /, "\n  "),
  );
  throw new CommandFailure(`${path} sets no rules until it is mended:${faults.join("")}`);
}
