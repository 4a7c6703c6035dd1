/**
 * `npm run generate`: assembles the program by which the scan skips arrays and writes it to
 * src/figure/text/simd/program.generated.json. It is the one way into this folder. `src/figure/text/simd/skipper.ts` says
 * which bench lines the program earns its keep by.
 */
import { writeFileSync } from "node:fs";
import { assembledText } from "./assemble.ts";
import { program } from "./program.ts";

const GENERATED = new URL("../../src/figure/text/simd/program.generated.json", import.meta.url);

/** The committed text: the program assembled, in base64. Throws where the assembler is not installed. */
export async function generateProgram(): Promise<string> {
  return await assembledText(program());
}

if (import.meta.main) {
  const text = await generateProgram();
  writeFileSync(GENERATED, text);
  console.log(`${text.length} bytes of a program that skips arrays.`);
}
