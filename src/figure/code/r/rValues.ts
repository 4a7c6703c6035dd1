import type { Json, JsonObject } from "../../model/figure.ts";
import type { DecodedArray } from "../../data/arrays/typedArray.ts";
import { fillsLines, group, led, type Piece } from "../print/piece.ts";
import { isScalar, shortest32, unpackedInSteps, wordsInSteps } from "../print/packed.ts";
import { numeral, quoted } from "../print/words.ts";
import type { Style } from "../print/printer.ts";

/** As the tidyverse breaks lines, apart from long vectors, which fill them. */
export const rStyle: Style = { width: 80, indent: 2, trailing: "never", joins: false };

const RESERVED = new Set(
  "if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_character_ in".split(
    " ",
  ),
);

/** R for values, which R's plotly makes the same JSON of. */
export class RValues {
  #isRounded = false;
  #leftOut = false;

  /** Whether there are numbers of which R's plotly writes the first 15 digits only. */
  get isRounded(): boolean {
    return this.#isRounded;
  }

  /** Whether there were members without a name, which a list of R cannot have. */
  get leftOut(): boolean {
    return this.#leftOut;
  }

  *of(value: Json): Generator<undefined, Piece> {
    if (isScalar(value)) return value === null ? "NULL" : this.#scalar(value);
    if (Array.isArray(value)) return yield* this.#list(value as readonly Json[]);
    const unpacked = yield* unpackedInSteps(value);
    if (unpacked !== undefined) return yield* this.#rows(unpacked.rows, unpacked.kind === "float32");
    const entries = Object.entries(value as JsonObject);
    // An empty list becomes [] in JSON, unless it has names.
    if (entries.length === 0) return "setNames(list(), character())";
    const items: Piece[] = [];
    for (const [key, member] of entries) {
      if (key === "") this.#leftOut = true;
      else items.push(led(`${rName(key)} = `, yield* this.of(member)));
    }
    return group("list(", items, ")");
  }

  *#list(list: readonly Json[]): Generator<undefined, Piece> {
    const first = list.find((item) => item !== null);
    const isVector =
      list.length > 1 &&
      first !== undefined &&
      isScalar(first) &&
      list.every((item) => item === null || typeof item === typeof first);
    if (isVector) {
      const words = yield* wordsInSteps(list, (item) => (item === null ? "NA" : this.#scalar(item as string | number)));
      return group("c(", words, ")", { fills: fillsLines(words) });
    }
    const items: Piece[] = [];
    for (const item of list) {
      items.push(yield* this.of(item));
      yield;
    }
    return group("list(", items, ")", { fills: fillsLines(items) });
  }

  *#rows(rows: DecodedArray, isFloat32: boolean): Generator<undefined, Piece> {
    const items: Piece[] = [];
    if (!ArrayBuffer.isView(rows)) for (const row of rows) items.push(yield* this.#rows(row, isFloat32));
    else {
      const wordOf = (value: number): string => this.#scalar(isFloat32 ? shortest32(value) : value);
      items.push(...(yield* wordsInSteps<number>(rows, wordOf)));
    }
    return group(ArrayBuffer.isView(rows) && items.length > 1 ? "c(" : "list(", items, ")", {
      fills: ArrayBuffer.isView(rows),
    });
  }

  #scalar(value: string | number | boolean): string {
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    if (typeof value === "string") return quoted(value);
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "NA" : value > 0 ? "Inf" : "-Inf";
    this.#isRounded ||= Number(value.toPrecision(15)) !== value;
    return Object.is(value, -0) ? "-0" : numeral(value);
  }
}

/** A name for an argument, in backticks where R needs them. */
export function rName(name: string): string {
  if (/^(?:[A-Za-z]|\.(?!\d))[\w.]*$/.test(name) && !RESERVED.has(name)) return name;
  return `\`${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("`", "\\`")}\``;
}
