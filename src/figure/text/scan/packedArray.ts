import type { JsonKind } from "../outline/outline.ts";
import { base64Shape } from "../source/base64.ts";
import type { Source } from "../source/source.ts";
import { decodeString } from "../source/strings.ts";

/** Longer shapes are none that anybody wrote. */
const LONGEST_SHAPE = 100;

/** Collects the members of the `{dtype, bdata, shape}` that is being read. Only one is open at a time. */
export class PackedArray {
  readonly #source: Source;
  #dtype: string | undefined;
  #bdataLength = 0;
  #bdataEnd: string | undefined;
  #shape: string | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** A member was read whose value is the source's token. */
  member(key: string, kind: JsonKind): void {
    const source = this.#source;
    if (key === "dtype" && kind === "string") this.#dtype = decodeString(source.token());
    else if (key === "shape")
      this.#shape = source.tokenEnd - source.tokenStart < LONGEST_SHAPE ? source.token() : undefined;
    else if (key === "bdata" && kind === "string") {
      this.#bdataLength = source.tokenEnd - source.tokenStart - source.tokenSurplus - 2;
      // What it ends with says how much of it is padding; escapes take up to six characters.
      this.#bdataEnd = source.slice(Math.max(source.tokenStart, source.tokenEnd - 16), source.tokenEnd);
    }
  }

  /** All members were read: undefined where they are no packed array; without dimensions where those are not known. */
  shape(): { readonly dimensions: readonly number[] | undefined } | undefined {
    const [dtype, bdataEnd, shape] = [this.#dtype, this.#bdataEnd, this.#shape];
    this.#dtype = this.#bdataEnd = this.#shape = undefined;
    if (dtype === undefined || bdataEnd === undefined) return undefined;
    return { dimensions: base64Shape(dtype, this.#bdataLength, bdataEnd, shape) };
  }
}
