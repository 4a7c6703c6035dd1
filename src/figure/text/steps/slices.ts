/** Milliseconds of work at a stretch; the extension host then turns to what else waits. */
const STRETCH = 10;

/**
 * Runs a generator some milliseconds at a time, and lets everything else run in between. Undefined where `goOn`
 * meanwhile answers false.
 */
export function inSlices<T>(steps: Generator<unknown, T>): Promise<T>;
export function inSlices<T>(steps: Generator<unknown, T>, goOn: () => boolean): Promise<T | undefined>;
export async function inSlices<T>(
  steps: Generator<unknown, T>,
  goOn: () => boolean = () => true,
): Promise<T | undefined> {
  for (;;) {
    for (const until = performance.now() + STRETCH; performance.now() < until;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (!goOn()) return undefined;
  }
}

/** Runs a generator to its end without a pause. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
