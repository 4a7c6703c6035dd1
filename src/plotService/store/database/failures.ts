/** The reasons why SQLite could not do its work. They choose a sentence, and tell whether waiting helps. */
export type StoreFailure =
  | "busy"
  | "full"
  | "read-only"
  | "damaged"
  | "no-folder"
  | "not-a-database"
  | "disk-error"
  | "too-large"
  | "closed";

/** The failures by SQLite's primary result codes. 15, PROTOCOL, is a race for the locks of the write-ahead log. */
const CODES: ReadonlyMap<number, StoreFailure> = new Map([
  [5, "busy"],
  [8, "read-only"],
  [10, "disk-error"],
  [11, "damaged"],
  [13, "full"],
  [14, "no-folder"],
  [15, "busy"],
  [18, "too-large"],
  [26, "not-a-database"],
]);

/** What is wrong and what the person can do. Each text ends a sentence about the plots. */
export const REASONS: Readonly<Record<StoreFailure, string>> = {
  busy: "another program keeps the file locked. Close it and try again.",
  full: "the disk is full. Make room and try again.",
  "read-only": "the file may not be written. Change its permissions or choose another folder.",
  damaged: "the file is damaged. Move it away to start with a new one, or put a copy of it in its place.",
  "no-folder": "there is no such folder, or its files may not be read. Create it or choose another one.",
  "not-a-database": "the file is no plot database. Move it away or choose another folder.",
  "disk-error": "the disk reports an error. Look whether it is there, has room and is well.",
  "too-large": "it is more than one column or figure can hold. Send it in parts.",
  closed: "the service is closed.",
};

/** Finds the failure behind an error. Undefined where the error is not of SQLite, or of another kind. */
export function storeFailure(error: unknown): StoreFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  // node:sqlite's own errors of a connection that was closed meanwhile.
  if (/^(database is not open|statement has been finalized)$/.test(error.message)) return "closed";
  const code = errcode(error);
  return code === undefined ? undefined : CODES.get(code);
}

/** Tells whether another process writes just now, so that the caller can try again soon. */
export function isBusy(error: unknown): boolean {
  return storeFailure(error) === "busy";
}

/** Reads SQLite's primary result code. Undefined where the error is not SQLite's. */
export function errcode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}
