/** The output of a command. */
export interface Output {
  /** Whether the output is shown in colours. */
  readonly colour: boolean;
  write(text: string): void;
  /** Writes a sentence to the standard error. */
  warn(sentence: string): void;
}

export function processOutput(): Output {
  // The reader may stop early, as `head` does, which is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    colour: process.stdout.isTTY && process.stdout.hasColors() && !process.env["NO_COLOR"],
    write: (text) => void process.stdout.write(text),
    warn: (sentence) => void process.stderr.write(`${sentence}\n`),
  };
}
