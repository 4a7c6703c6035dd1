import { isBusy } from "./failures.ts";

/** How long another process's write is waited for, in milliseconds. */
const LONGEST = 5000;
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 100;

/**
 * Does what may meet another process's write, again and again until that is over, and never holds the thread while it
 * waits. What is done again must have changed nothing: a transaction that could not begin has not. Rejects with
 * SQLite's BUSY where it takes too long.
 */
export async function patiently<Result>(
  action: () => Result | Promise<Result>,
  { longest = LONGEST, met = false }: { readonly longest?: number; readonly met?: boolean } = {},
): Promise<Result> {
  const end = performance.now() + longest;
  let pause = FIRST_PAUSE;
  for (let waits = met; ; waits = true) {
    if (waits) {
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
      pause = Math.min(pause * 1.5, LONGEST_PAUSE);
    }
    try {
      return await action();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
  }
}
