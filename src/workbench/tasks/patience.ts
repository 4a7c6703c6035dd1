import type { CancellationToken } from "vscode";

/** What a wait came to: the value, or that nobody wants it any more, or that it took too long. */
export type Waited<T> =
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "cancelled" }
  | { readonly state: "late" };

/** Waits for an answer that others may share: it is not cancelled with this wait, and serves the next one. */
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
