import type { Deadline } from "./deadline.ts";

/** How the reading of a body ended. */
export type BodyEnd = "complete" | "too-large" | "cut-off";

/** What was read of a body. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly end: BodyEnd;
}

/**
 * Reads at most `limit` bytes, counted after decompression, and gives the rest up. It reads nothing of a body whose
 * declared length is larger. `cut-off`: the connection ended before the body did. Rejects only when the deadline has
 * ended.
 */
export async function readBody(response: Response, limit: number, deadline: Deadline): Promise<Body> {
  const reader = response.body?.getReader();
  if (!reader) return { bytes: new Uint8Array(0), end: "complete" };
  const declared = declaredLength(response);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let end: BodyEnd = declared !== undefined && declared > limit ? "too-large" : "complete";
  let done = false;
  try {
    while (end === "complete") {
      const read = await deadline.race(reader.read());
      if (read.done) {
        done = true;
        if (declared !== undefined && length < declared) end = "cut-off";
        break;
      }
      deadline.touch();
      const rest = limit - length;
      const chunk: Uint8Array = read.value.byteLength > rest ? read.value.subarray(0, rest) : read.value;
      if (read.value.byteLength > rest) end = "too-large";
      chunks.push(chunk);
      length += chunk.byteLength;
    }
  } catch (error) {
    if (deadline.ended) throw error;
    end = "cut-off";
  } finally {
    if (!done) reader.cancel().catch(() => undefined);
  }
  return { bytes: joined(chunks, length), end };
}

/** Gives the body's declared length in bytes. Undefined for a compressed body, whose header counts other bytes. */
function declaredLength(response: Response): number | undefined {
  if (response.headers.has("content-encoding")) return undefined;
  const header = response.headers.get("content-length");
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
