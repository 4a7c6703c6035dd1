import { readFileSync } from "node:fs";

export interface ZipEntry {
  readonly path: string;
  /** Bytes in the archive, compressed. */
  readonly size: number;
}

/** What a zip archive holds, read from its central directory. */
export function zipEntries(file: string): ZipEntry[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end === -1) throw new Error(`${file} is no zip archive.`);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    entries.push({ path: bytes.toString("utf8", at + 46, at + 46 + name), size: bytes.readUInt32LE(at + 20) });
    at += 46 + name + extra + comment;
  }
  return entries;
}
