/** The message of whatever was thrown, which need not be an error; its name where it has no message. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
}
