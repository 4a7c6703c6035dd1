/** The address of the bytes to be read in the program's memory. Below it stand the results, in words. */
export const TEXT = 1024;

/**
 * The words with the results, in this order. They describe everything up to the last comma that was reached, or the
 * closing bracket; then come whether it is the bracket, the depth where the program stopped and the byte that stopped
 * it.
 */
export const results = [
  "count",
  "kinds",
  "leaves",
  "nesting",
  "second",
  "third",
  "extra",
  "ended",
  "depth",
  "stopped",
] as const;
