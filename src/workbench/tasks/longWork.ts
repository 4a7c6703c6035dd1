import { type CancellationToken, ProgressLocation, window } from "vscode";
import { inSlices } from "../../figure/text/steps/slices.ts";

/** Milliseconds after which the person is told what keeps them waiting, and can end it. */
const PATIENCE = 700;

/**
 * Does work that pauses by itself, a few milliseconds at a time. Where it takes longer than a moment it is shown, with
 * Cancel. Undefined where the person gave up, or where `goOn` says no meanwhile.
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
      // What goes wrong is told to whoever waits for the work itself.
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
