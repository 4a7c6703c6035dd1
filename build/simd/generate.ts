/**
 * `npm run generate`: assembles the program by which the scan skips arrays and writes it to
 * src/figure/text/simd/program.generated.json. It is the one way into this folder. `src/figure/text/simd/skipper.ts` says
 * which bench lines the program earns its keep by.
 */
import { writeFileSync } from "node:fs";
import { program } from "./program.ts";

const GENERATED = new URL("../../src/figure/text/simd/program.generated.json", import.meta.url);

/** What is used of the package of that name. */
interface Wabt {
  parseWat(name: string, text: string, features: { simd: boolean }): Assembled;
}

interface Assembled {
  toBinary(options: object): { readonly buffer: Uint8Array };
  destroy(): void;
}

/** The assembler. It is loaded by a name that the compiler cannot follow, since nothing but this needs it. */
async function loadWabt(name = "wabt"): Promise<Wabt> {
  const { default: load } = (await import(name)) as { default: () => Promise<Wabt> };
  return await load();
}

/** The committed text: the program assembled, in base64. Throws where the assembler is not installed. */
export async function generateProgram(): Promise<string> {
  const wabt = await loadWabt();
  const assembled = wabt.parseWat("program.wat", program(), { simd: true });
  try {
    const { buffer } = assembled.toBinary({});
    return `${JSON.stringify({ wasm: Buffer.from(buffer).toString("base64") })}\n`;
  } finally {
    assembled.destroy();
  }
}

if (import.meta.main) {
  const text = await generateProgram();
  writeFileSync(GENERATED, text);
  console.log(`${text.length} bytes of a program that skips arrays.`);
}
