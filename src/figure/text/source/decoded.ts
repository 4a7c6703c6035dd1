/**
 * Decodes a file's bytes (UTF-8), about `slice` bytes at a time. A byte order mark is one character. Bytes that are no
 * UTF-8 become U+FFFD.
 */
export function* decodedInSlices(bytes: Uint8Array, slice: number): Generator<number, string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += slice) {
    yield at;
    parts.push(decoder.decode(bytes.subarray(at, at + slice), { stream: at + slice < bytes.length }));
  }
  return parts.join("");
}
