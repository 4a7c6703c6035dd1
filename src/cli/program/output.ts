/** Where a command writes. */
export interface Output {
  /** Whether what is written is shown in colours. */
  readonly colour: boolean;
  write(text: string): void;
  /** A sentence beside what was asked for, to the standard error. */
  warn(sentence: string): void;
}

export function processOutput(): Output {
  // Whoever reads may have had enough, as `head` has; that is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    colour: process.stdout.isTTY && process.stdout.hasColors() && !process.env["NO_COLOR"],
    write: (text) => void process.stdout.write(text),
    warn: (sentence) => void process.stderr.write(`${sentence}\n`),
  };
}
