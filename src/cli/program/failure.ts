/** Something that the person who typed the command can mend; the message tells them how. Exit code 2. */
export class CommandFailure extends Error {}

/** The sentence for what Node says of a file. */
export function fileFailure(path: string, verb: string, error: unknown): CommandFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "you may not",
    EPERM: "you may not",
    EROFS: "its disk is read-only",
    ENOSPC: "its disk is full",
    EISDIR: "it is a folder",
    ELOOP: "its links go round in circles",
    EMFILE: "too many files are open",
  };
  const reason = why[code] ?? (error instanceof Error ? error.message : String(error));
  return new CommandFailure(`${path} cannot be ${verb}: ${reason}.`);
}
