import type { CancellationToken } from "vscode";

/** The end of a wait: the value is here, the wait was cancelled, or it took too long. */
export type Waited<T> =
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "cancelled" }
  | { readonly state: "late" };

/** Waits for an answer that others may share. Giving up does not cancel the answer, which serves the next call. */
export async function waitFor<T>(
  answer: Promise<T>,
  token: CancellationToken,
  milliseconds: number,
): Promise<Waited<T>> {
  const { promise, resolve } = Promise.withResolvers<Waited<T>>();
  const timer = setTimeout(() => resolve({ state: "late" }), milliseconds);
  const listening = token.onCancellationRequested(() => resolve({ state: "cancelled" }));
  try {
    if (token.isCancellationRequested) return { state: "cancelled" };
    return await Promise.race([promise, answer.then((value) => ({ state: "here" as const, value }))]);
  } finally {
    clearTimeout(timer);
    listening.dispose();
  }
}
