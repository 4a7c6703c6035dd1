/** `npm run generate`: assembles the program that reads numbers and writes it to
 * src/figure/text/numbers/program.generated.json.
 */
import { writeFileSync } from "node:fs";
import { assembledText } from "../simd/assemble.ts";
import { program } from "./program.ts";

const GENERATED = new URL("../../src/figure/text/numbers/program.generated.json", import.meta.url);

/** The committed text: the program assembled, in base64. Throws where the assembler is not installed. */
export async function generateNumbersProgram(): Promise<string> {
  return await assembledText(program());
}

if (import.meta.main) {
  const text = await generateNumbersProgram();
  writeFileSync(GENERATED, text);
  console.log(`${text.length} bytes of a program that reads numbers.`);
}
