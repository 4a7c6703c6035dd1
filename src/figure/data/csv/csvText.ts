export type CsvText =
  | { readonly ok: true; readonly text: string; readonly encoding: CsvEncoding }
  | { readonly ok: false; readonly sentence: string };

export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes that are decoded between two pauses. */
const PIECE = 512 * 1024;

/** The longest text that a JavaScript engine keeps is hardly longer. */
const MOST_BYTES = 400 * 1024 * 1024;

/**
 * Decodes a CSV file, with pauses: as UTF-8 where it is correct, as UTF-16 by its mark or its zeros, else as
 * Windows-1252, which Excel writes for "CSV". Answers an error where the bytes are no text.
 */
export function* decodeCsvInSteps(bytes: Uint8Array): Generator<undefined, CsvText> {
  const other = otherFile(bytes);
  if (other !== undefined) return { ok: false, sentence: other };
  const marked = markOf(bytes);
  if (marked !== undefined) return { ok: true, encoding: marked, text: yield* decode(bytes, marked) };
  try {
    return { ok: true, encoding: "utf-8", text: yield* decode(bytes, "utf-8") };
  } catch {
    return { ok: true, encoding: "windows-1252", text: yield* decode(bytes, "windows-1252") };
  }
}

/** Throws where the bytes are none of that encoding. */
function* decode(bytes: Uint8Array, encoding: CsvEncoding): Generator<undefined, string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    yield;
  }
  parts.push(decoder.decode());
  return parts.join("");
}

function markOf(bytes: Uint8Array): CsvEncoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // Without a mark, every other byte of a table in western letters is zero.
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return undefined;
}

function otherFile(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4)
    return "The file is a workbook or another ZIP archive, not CSV. Save the sheet as CSV in UTF-8.";
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
    return "The file is an old Excel workbook, not CSV. Save the sheet as CSV in UTF-8.";
  if (a === 0x1f && b === 0x8b) return "The file is compressed (gzip). Unpack it first.";
  if (bytes.length > MOST_BYTES) return "The file is larger than 400 MB. Take a part of it, or fewer columns.";
  if (markOf(bytes) === undefined && bytes.subarray(0, 4096).includes(0))
    return "The file is not text. A CSV file holds lines of cells with a separator between them.";
  return undefined;
}
