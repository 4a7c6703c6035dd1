/** Where the bytes to be read begin in the program's memory. Below, in words, stands what it found. */
export const TEXT = 1024;

/**
 * The words: of what stands up to the last comma that was reached, or the closing bracket; then whether it is the
 * bracket, the depth at which it stopped and the byte that stopped it.
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
