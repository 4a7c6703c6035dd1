import { type CancellationToken, ProgressLocation, window } from "vscode";
import { inSlices } from "../../figure/text/steps/slices.ts";

/** After this many milliseconds the person is told what keeps them waiting, and can cancel it. */
const PATIENCE = 700;

/**
 * Does work a few milliseconds at a time. Where that takes longer than a moment, shows `title` with a button to cancel.
 * Undefined where the person cancelled, or where `goOn` says no meanwhile.
 */
export async function longWork<T>(
  title: string,
  steps: Generator<unknown, T>,
  goOn: () => boolean,
  token?: CancellationToken,
): Promise<T | undefined> {
  let given = false;
  const work = inSlices(steps, () => !given && token?.isCancellationRequested !== true && goOn());
  const timer = setTimeout(() => {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    void window.withProgress(options, async (_progress, cancel) => {
      cancel.onCancellationRequested(() => (given = true));
      // Errors go to the caller, who waits for the work itself.
      await work.then(
        () => undefined,
        () => undefined,
      );
    });
  }, PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
