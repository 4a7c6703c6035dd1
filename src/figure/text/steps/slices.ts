/** Milliseconds of work at a stretch; the extension host then turns to what else waits. */
const STRETCH = 10;

/**
 * Does work that pauses by itself, giving way to everything else after every few milliseconds. Undefined where `goOn`
 * says no meanwhile.
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

/** Does at once what could be done in slices. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
