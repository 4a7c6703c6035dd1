import type { Locator } from "playwright-core";

/**
 * Whether an element is there before long. If not, the caller tries again, as often as need be, since machines can be slow.
 * The test's own time-out ends it otherwise.
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

/** Whether an element is gone before long, as in `appears`. */
export async function disappears(what: Locator, milliseconds = 5000): Promise<boolean> {
  return what
    .first()
    .waitFor({ state: "hidden", timeout: milliseconds })
    .then(
      () => true,
      () => false,
    );
}
