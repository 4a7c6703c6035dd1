import type { CancellationToken } from "vscode";

/** Makes of VS Code's token the signal that `fetch` and our client understand. */
export function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
