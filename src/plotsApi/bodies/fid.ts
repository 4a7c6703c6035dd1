import * as z from "zod";

/** The id of a file on a server: its owner, and a number that counts this owner's files of all types from 0. */
export interface Fid {
  readonly owner: string;
  readonly idlocal: number;
}

// Owners seen hold letters, digits, "_", "-" and "." (recorded answers). What a path could be misled by is refused.
const form = /^([^:/\\?#%\s\p{Cc}\p{Cs}]+):(0|[1-9]\d{0,14})$/u;

/** Takes `bcowden:30` apart. Gives undefined where the text is no fid. */
export function parseFid(text: string): Fid | undefined {
  const match = form.exec(text);
  if (match?.[1] === undefined) return undefined;
  return { owner: match[1], idlocal: Number(match[2]) };
}

/** Says whether a text is a fid. */
export function isFid(text: string): boolean {
  return form.test(text);
}

/** A fid in an answer. */
export const fidText = z.string().refine(isFid, "expected a file's id such as bcowden:30");

/** Writes a fid: `bcowden:30`. */
export function formatFid({ owner, idlocal }: Fid): string {
  return `${owner}:${idlocal}`;
}

/** Writes the fid as one segment of a path. The colon stays as it is, as in what the official client sends. */
export function fidSegment({ owner, idlocal }: Fid): string {
  return `${encodeURIComponent(owner)}:${idlocal}`;
}
