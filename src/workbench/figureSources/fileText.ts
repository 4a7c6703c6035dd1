/** Bytes decoded at a stretch: well under a millisecond. */
const SLICE = 256 * 1024;

/** Decodes a file (UTF-8), a little at a time. Undefined where it is no UTF-8. A byte order mark is one character, as in a scan. */
export function* decodeInSlices(bytes: Uint8Array): Generator<void, string | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      parts.push(decoder.decode(bytes.subarray(at, at + SLICE), { stream: at + SLICE < bytes.length }));
      yield;
    }
  } catch {
    return undefined;
  }
  return parts.join("");
}
