import { setTimeout } from "node:timers/promises";

/** Reads again and again until what was read is accepted, and returns it. The test's own time-out ends it otherwise. */
export async function until<T>(read: () => T | Promise<T>, accept: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    // Leaves the processor to those who are waited for.
    await setTimeout(20);
  }
}
