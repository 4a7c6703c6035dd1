/** The end of a run of tests. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What the run printed about its failed tests. */
  readonly failures?: string;
}

/** The line of a test in a window that failed and is tried once more, so that nobody overlooks it. */
export const retryLine = (title: string, error: unknown): string =>
  `    ↻ ${title} failed, and is tried once more: ${String(error).split("\n", 1)[0] ?? ""}`;

/** The numbers of tests as mocha counts them. A failed hook is a failure too. */
export interface MochaStats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** The mark before each line that tests print in an extension host, where VS Code prints its log into the same stream. */
export const testMark = "[test] ";

const countsMark = "[counts] ";

/** The line after which a run prints its failed tests. */
export const failuresLine = "[failures]";

/**
 * The line by which a run hands its counts over. It is part of the run's output, which is the only way out of all places
 * where tests run: a process, an extension host, a web worker.
 */
export function countsLine({ passes, failures, pending }: MochaStats): string {
  return countsMark + JSON.stringify({ passed: passes, failed: failures, skipped: pending } satisfies Counts);
}

/**
 * Reads a run's output. Keeps the counts and what is printed about failed tests, and hands all lines of tests to `print`
 * without their marks.
 */
export class TestOutput {
  readonly #print: (text: string) => void;
  #rest = "";
  #failing = false;
  counts: Counts | undefined;
  /** What the run printed about its failed tests. It is printed again at the very end, where it is easy to find. */
  failures = "";

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  write(chunk: string): void {
    const lines = (this.#rest + chunk).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#read(line);
  }

  end(): void {
    if (this.#rest !== "") this.#read(this.#rest);
    this.#rest = "";
  }

  #read(line: string): void {
    const counts = after(line, countsMark);
    if (counts !== undefined) {
      this.counts = JSON.parse(counts) as Counts;
      this.#failing = false;
    } else if (after(line, failuresLine) !== undefined) {
      this.#failing = true;
    } else {
      const text = `${after(line, testMark) ?? line}\n`;
      if (this.#failing) this.failures += text;
      this.#print(text);
    }
  }
}

/** The text after a mark. A desktop VS Code may put a time before the mark. */
function after(line: string, mark: string): string | undefined {
  const start = line.indexOf(mark);
  return start === -1 ? undefined : line.slice(start + mark.length);
}
