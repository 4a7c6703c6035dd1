import { formatSize } from "../../figure/model/sizes.ts";

/** Bytes of columns that a page takes at once. */
const MOST_BYTES = 400_000_000;

/** Says why columns are not sent: they are more than a page takes at once. Undefined where they can be sent. */
export function tooMuch(columns: Iterable<{ readonly byteLength: number } | undefined>): string | undefined {
  let size = 0;
  for (const column of columns) size += column?.byteLength ?? 0;
  if (size <= MOST_BYTES) return undefined;
  return (
    `The drawing needs ${formatSize(size)} of numbers at once, more than a page can take. ` +
    "Of a plain line whose x goes up, only the points that a screen shows are needed. Draw one, or fewer points."
  );
}
