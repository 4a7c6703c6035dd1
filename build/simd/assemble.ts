/** What is used of the package of that name. */
interface Wabt {
  parseWat(name: string, text: string, features: { simd: boolean }): Assembled;
}

interface Assembled {
  toBinary(options: object): { readonly buffer: Uint8Array };
  destroy(): void;
}

/** The assembler. It is loaded by a name that the compiler cannot follow, since nothing but the generators needs it. */
async function loadWabt(name = "wabt"): Promise<Wabt> {
  const { default: load } = (await import(name)) as { default: () => Promise<Wabt> };
  return await load();
}

/** A program in WebAssembly's text format, assembled: JSON with base64. Throws where the assembler is not installed. */
export async function assembledText(program: string): Promise<string> {
  const wabt = await loadWabt();
  const assembled = wabt.parseWat("program.wat", program, { simd: true });
  try {
    const { buffer } = assembled.toBinary({});
    return `${JSON.stringify({ wasm: Buffer.from(buffer).toString("base64") })}\n`;
  } finally {
    assembled.destroy();
  }
}
