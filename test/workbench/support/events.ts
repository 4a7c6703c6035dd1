import type { Event } from "vscode";

/** The next event that `wanted` takes. Listens from the call on, so ask before doing what causes it. */
export function next<T>(event: Event<T>, wanted: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const listening = event((value) => {
      if (!wanted(value)) return;
      listening.dispose();
      resolve(value);
    });
  });
}

/** Waits until `holds`, which is looked at now and whenever one of the events fires. */
export async function until(holds: () => boolean, ...events: readonly Event<unknown>[]): Promise<void> {
  const held = Promise.withResolvers<void>();
  const look = () => {
    if (holds()) held.resolve();
  };
  const listening = events.map((event) => event(look));
  look();
  await held.promise;
  for (const each of listening) each.dispose();
}
