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
    try {
      const figure = await readStream(file, {
        goOn,
        tell: (read) => tell(read, file.size),
      });
      if (figure === undefined) return undefined;
      const { condensed, columns } = figure;
      const { bytes, standIns, size, isHead } = condensed;
      if (round === MOST_ROUNDS || (await file.isSame()))
        return { skeleton: { bytes, standIns, size, isHead }, columns };
    } finally {
      await file.close();
    }
  }
}
