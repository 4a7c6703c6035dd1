import type { Locator } from "playwright-core";

/**
 * Whether it is there before long. What is not is tried again by whoever asks, as often as need be: a test's own time-out
 * ends it otherwise, however slow the machine is.
 */
export async function appears(what: Locator, milliseconds = 5000): Promise<boolean> {
  return what
    .first()
    .waitFor({ timeout: milliseconds })
    .then(
      () => true,
      () => false,
    );
}
