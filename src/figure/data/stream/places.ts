import { type LinePlaces, linePlacesInSlices } from "../../text/outline/linePlaces.ts";
import type { Skeleton } from "./standIn.ts";

export interface FilePlace {
  /** From 0. */
  readonly line: number;
  /** The byte of the file. */
  readonly byte: number;
  /** UTF-16 code units from the line's beginning. What was left out is ASCII. */
  readonly character: number;
}

/** Where in the file something is that the skeleton has at some offset (in UTF-16 code units of its text). */
export class Places {
  readonly #skeleton: Skeleton;
  readonly #lines: LinePlaces;
  /** For each stand-in, its offset in units, and the lines that were left out before it. */
  readonly #units: Float64Array;
  readonly #linesBefore: Float64Array;
  /** For each, its line in the skeleton, and what is to be added to a character behind it on that line. */
  readonly #line: Float64Array;
  readonly #shift: Float64Array;

  constructor(skeleton: Skeleton, lines: LinePlaces, units: Float64Array) {
    this.#skeleton = skeleton;
    this.#lines = lines;
    this.#units = units;
    const { standIns } = skeleton;
    this.#linesBefore = new Float64Array(standIns.length + 1);
    this.#line = new Float64Array(standIns.length);
    this.#shift = new Float64Array(standIns.length);
    for (const [index, standIn] of standIns.entries()) {
      this.#linesBefore[index + 1] = this.#linesBefore[index]! + standIn.lines;
      const { line, character } = lines.at(units[index]!);
      const length = standIn.end - standIn.start;
      this.#line[index] = line;
      this.#shift[index] =
        standIn.lines > 0
          ? standIn.tail - character - length
          : this.#shiftOf(index - 1, line) + standIn.to - standIn.from - length;
    }
  }

  at(unit: number): FilePlace {
    const { bytes, standIns } = this.#skeleton;
    const behind = this.#before(unit);
    const standIn = standIns[behind - 1];
    const { line, character: own } = this.#lines.at(unit);
    if (standIn === undefined) return { line, byte: byteOf(bytes, 0, unit), character: own };
    const within = unit - this.#units[behind - 1]!;
    const length = standIn.end - standIn.start;
    if (within >= length) {
      const byte = byteOf(bytes, standIn.end, within - length) - standIn.end + standIn.to;
      return { line: line + this.#linesBefore[behind]!, byte, character: own + this.#shiftOf(behind - 1, line) };
    }
    const hole = standIn.holes[within - 1];
    const before = line + this.#linesBefore[behind - 1]!;
    const start = own - within + this.#shiftOf(behind - 2, line);
    if (within === 0) return { line: before, byte: standIn.from, character: start };
    const [byte, lines] = hole === undefined ? [standIn.to - 1, standIn.lines] : [hole.at, hole.lines];
    // Within many lines, the line says enough.
    const character = lines === 0 ? start + byte - standIn.from : 0;
    return { line: before + lines, byte, character };
  }

  #shiftOf(index: number, line: number): number {
    return this.#line[index] === line ? this.#shift[index]! : 0;
  }

  /** How many stand-ins begin at `unit` or before. */
  #before(unit: number): number {
    let low = 0;
    let high = this.#units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#units[middle]! <= unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Makes the places of a skeleton whose text is decoded, or has the stand-ins at those offsets. */
export function* placesInSlices(skeleton: Skeleton, units: Float64Array): Generator<number, Places> {
  return new Places(skeleton, yield* linePlacesInSlices(skeleton.bytes), units);
}

/** The byte `units` code units behind `from`. */
function byteOf(bytes: Uint8Array, from: number, units: number): number {
  let at = from;
  for (let left = units; left > 0 && at < bytes.length;) {
    const byte = bytes[at]!;
    const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    at += length;
    left -= length === 4 ? 2 : 1;
  }
  return at;
}
