/** What of WebAssembly's own interface is used; it is in Node and every browser, but in no library of TypeScript's. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** What a program in base64 exports; undefined where there is no WebAssembly, or none with SIMD. */
export function instantiate(wasm: string): object | undefined {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyInterface };
  if (WebAssembly === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  } catch {
    return undefined;
  }
}
