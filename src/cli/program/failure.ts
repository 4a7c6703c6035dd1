import { messageOf } from "../../figure/model/messageOf.ts";
/** A failure that the person who typed the command can mend. Its message tells them how. The exit code is 2. */
export class CommandFailure extends Error {}

/** The failure for an error of Node about a file. */
export function fileFailure(path: string, verb: string, error: unknown): CommandFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "you have no permission",
    EPERM: "you have no permission",
    EROFS: "its disk is read-only",
    ENOSPC: "its disk is full",
    EISDIR: "it is a folder",
    ELOOP: "its links form a circle",
    EMFILE: "too many files are open",
  };
  const reason = why[code] ?? messageOf(error);
  return new CommandFailure(`${path} cannot be ${verb}: ${reason}.`);
}
