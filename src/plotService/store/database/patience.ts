import { isBusy } from "./failures.ts";

/** The longest wait for another process's write, in milliseconds. */
const LONGEST = 5000;
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 100;

/**
 * Tries an action until no other process writes. It waits without holding the thread. An action that fails must have
 * changed nothing, as a transaction that could not begin. Rejects with SQLite's BUSY where it takes too long.
 *
 * @param options `longest`: the longest wait, in milliseconds; `met`: whether the action has failed once already, so
 * that it waits first.
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
