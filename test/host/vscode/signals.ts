/**
 * Makes Ctrl-C and a polite kill end this process in its ordinary way, so that all that was started ends with it. `then`
 * runs before, if there is something to say or to keep.
 */
export function exitOnSignals(then?: () => void): void {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.once(signal, () => {
      then?.();
      process.exit(128 + number);
    });
  }
}
