import { Growing } from "../../text/numbers/growing.ts";
import { type NumbersProgram, ownProgram } from "../../text/numbers/program.ts";
import { Condenser } from "./condenser.ts";
import type { Condensed, StandIn } from "./standIn.ts";
import { MOST_TEXT, TooMuchText } from "./tooMuchText.ts";

/** A file, read a part at a time. */
export interface ByteSource {
  readonly size: number;
  /** Reads into `into` what is at `at`. Answers how many bytes there were: fewer than asked for where the file ends. */
  read(at: number, into: Uint8Array): Promise<number>;
}

export interface CondenseOptions {
  /** Bytes read at a stretch. */
  readonly chunk?: number;
  /** Values of fewer bytes stay in the skeleton. */
  readonly least?: number;
  /** Is told how many bytes were read. */
  readonly tell?: (read: number) => void;
  /** Whether the result is still wanted. */
  readonly goOn?: () => boolean;
  readonly program?: NumbersProgram | null;
  /** Bytes that the skeleton may have. */
  readonly mostText?: number;
}

/** What fits into the processor's nearer memory, and takes about a millisecond. */
const CHUNK = 512 * 1024;

/** So much of a file that is no JSON shows what it is. */
const HEAD = 1024 * 1024;

/**
 * Reads a file in one pass, in memory of its columns, its skeleton and a few chunks. Undefined where it is not wanted
 * any more. Throws a TooMuchText, a RangeError where there is no memory for a column, and what `read` throws.
 */
export async function condense(source: ByteSource, options: CondenseOptions = {}): Promise<Condensed | undefined> {
  const { chunk = CHUNK, least, tell, goOn = () => true, program = ownProgram(), mostText = MOST_TEXT } = options;
  const condenser = new Condenser(program, least);
  const chunks = new Chunks(source, chunk);
  for (;;) {
    const bytes = await chunks.at(condenser.wants);
    if (!goOn()) return undefined;
    if (bytes.length > 0) condenser.feed(bytes);
    else if (condenser.end()) break;
    if (condenser.isForeign && condenser.wants >= HEAD) break;
    if (condenser.kept > mostText) throw new TooMuchText(mostText);
    tell?.(condenser.wants);
  }
  return condenser.finish();
}

/** Reads a chunk while another one is worked on. */
class Chunks {
  readonly #source: ByteSource;
  readonly #buffers: readonly [Uint8Array, Uint8Array];
  #turn = 0;
  #next: { readonly at: number; readonly bytes: Promise<Uint8Array> } | undefined;

  constructor(source: ByteSource, size: number) {
    this.#source = source;
    this.#buffers = [new Uint8Array(size), new Uint8Array(size)];
  }

  /** The bytes at that offset, until the next call; none behind the file's end. */
  async at(at: number): Promise<Uint8Array> {
    const next = this.#next;
    let bytes = await next?.bytes;
    if (bytes === undefined || next?.at !== at) bytes = await this.#read(at);
    this.#next = undefined;
    if (bytes.length > 0) this.#ahead(at + bytes.length);
    return bytes;
  }

  #ahead(at: number): void {
    const bytes = this.#read(at);
    // It is told to who asks for it.
    bytes.catch(() => undefined);
    this.#next = { at, bytes };
  }

  async #read(at: number): Promise<Uint8Array> {
    const buffer = this.#buffers[(this.#turn ^= 1)]!;
    return buffer.subarray(0, await this.#source.read(at, buffer));
  }
}

/** The same with the values of some stand-ins read from the file into the skeleton. Throws a TooMuchText. */
export async function putBack(
  condensed: Condensed,
  standIns: readonly StandIn[],
  source: ByteSource,
  mostText: number = MOST_TEXT,
): Promise<Condensed> {
  const { bytes } = condensed;
  const back = standIns.reduce((sum, { start, end, from, to }) => sum + to - from - (end - start), 0);
  if (bytes.length + back > mostText) throw new TooMuchText(mostText);
  const wanted = new Set(standIns);
  const longer = new Growing<Uint8Array>(Uint8Array);
  const kept: StandIn[] = [];
  const data: Condensed["data"][number][] = [];
  const buffer = new Uint8Array(CHUNK);
  let at = 0;
  for (const [index, standIn] of condensed.standIns.entries()) {
    longer.add(bytes.subarray(at, standIn.start));
    at = standIn.end;
    if (!wanted.has(standIn)) {
      const start = longer.length;
      longer.add(bytes.subarray(standIn.start, standIn.end));
      kept.push({ ...standIn, start, end: longer.length });
      data.push(condensed.data[index]!);
      continue;
    }
    for (let from = standIn.from; from < standIn.to;) {
      const length = await source.read(from, buffer.subarray(0, Math.min(CHUNK, standIn.to - from)));
      if (length === 0) break;
      longer.add(buffer.subarray(0, length));
      from += length;
    }
  }
  longer.add(bytes.subarray(at));
  return { ...condensed, bytes: longer.finish(), standIns: kept, data };
}
