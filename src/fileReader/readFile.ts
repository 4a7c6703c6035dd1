import { formatSize } from "../figure/model/sizes.ts";
import { readStream } from "../figure/data/stream/readStream.ts";
import type { Skeleton } from "../figure/data/stream/standIn.ts";
import type { FigureColumn } from "../figure/data/split/column.ts";
import { openFile } from "./openFile.ts";

/** A figure's file without its text: what is left of it, and its large arrays of numbers. */
export interface FileParts {
  readonly skeleton: Skeleton;
  readonly columns: readonly FigureColumn[];
}

/** Is told how much of the file was read, in bytes. */
export type Tell = (read: number, size: number) => void;

/** A file that changes faster than it can be read is taken as it was after this many rounds. */
const MOST_ROUNDS = 5;

/**
 * Reads a figure's file of any size. One that changes meanwhile is read again. Rejects with a sentence where there is not
 * enough memory, and as Node does where it cannot be read.
 */
export async function readParts(path: string, tell: Tell, goOn: () => boolean): Promise<FileParts | undefined> {
  for (let round = 1; ; round++) {
    const file = await openFile(path);
    let reached = 0;
    try {
      const figure = await readStream(file, {
        goOn,
        tell: (read) => tell((reached = read), file.size),
      });
      if (figure === undefined) return undefined;
      const { condensed, columns } = figure;
      const { bytes, standIns, size, isHead } = condensed;
      if (round === MOST_ROUNDS || (await file.isSame()))
        return { skeleton: { bytes, standIns, size, isHead }, columns };
    } catch (error) {
      if (error instanceof RangeError) throw new Error(outOfMemory(reached, file.size), { cause: error });
      throw error;
    } finally {
      await file.close();
    }
  }
}

/** What a person is told where the memory did not suffice. */
export function outOfMemory(read: number, size: number): string {
  return (
    `There is not enough memory for its data: it was read a part at a time, and ${formatSize(read)} ` +
    `of ${formatSize(size)} fitted. Close other windows and try again, or write fewer points into the file.`
  );
}
