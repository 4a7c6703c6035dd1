import { formatSize } from "../../model/sizes.ts";

/** What a person is told where the memory did not suffice. */
export function outOfMemory(read: number, size: number): string {
  return (
    `There is not enough memory for its data: it was read a part at a time, and ${formatSize(read)} ` +
    `of ${formatSize(size)} fitted. Close other windows and try again, or write fewer points into the file.`
  );
}
