import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import type { DecodedArray } from "../../data/arrays/typedArray.ts";
import { fillsLines, group, led, type Piece } from "../print/piece.ts";
import { isScalar, shortest32, unpackedInSteps, wordsInSteps } from "../print/packed.ts";
import { numeral, quoted } from "../print/words.ts";
import type { Style } from "../print/printer.ts";

/** As prettier breaks lines, apart from lists of short texts, which fill lines as those of numbers. */
export const javascriptStyle: Style = { width: 80, indent: 2, trailing: "always", joins: false };

/** JavaScript for a value. Packed arrays become typed ones, as Plotly.js makes them itself. */
export function* javascriptValue(value: Json): Generator<undefined, Piece> {
  if (isScalar(value)) return javascriptScalar(value);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.every(isScalar)) {
      const words = yield* wordsInSteps(list, javascriptScalar);
      return group("[", words, "]", { fills: fillsLines(words) });
    }
    const items: Piece[] = [];
    for (const item of list) {
      items.push(yield* javascriptValue(item));
      yield;
    }
    return group("[", items, "]", { breaks: list.length > 1 && list.every(isLarge) });
  }
  const unpacked = yield* unpackedInSteps(value);
  if (unpacked !== undefined) return yield* typedRows(unpacked.rows);
  const items: Piece[] = [];
  for (const [key, member] of Object.entries(value as JsonObject))
    items.push(led(`${keyText(key)}: `, yield* javascriptValue(member)));
  return group("{", items, "}", { pad: " " });
}

/** A key as it is written before a colon or a value: `"a-b"` for what is no name. */
function keyText(key: string): string {
  // Written otherwise, it would set the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return isJavascriptName(key) ? key : quoted(key);
}

export function isJavascriptName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

function javascriptScalar(value: string | number | boolean | null): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : numeral(value);
  return typeof value === "string" ? quoted(value) : String(value);
}

/** Whether prettier gives each of several such elements a line of its own. */
function isLarge(value: Json): boolean {
  if (isContainer(value)) return Object.keys(value).length > 1;
  return Array.isArray(value) && value.length > 1;
}

function* typedRows(rows: DecodedArray): Generator<undefined, Piece> {
  if (!ArrayBuffer.isView(rows)) {
    const items: Piece[] = [];
    for (const row of rows) items.push(yield* typedRows(row));
    return group("[", items, "]", { breaks: items.length > 1 });
  }
  const kind = rows.constructor.name;
  const words = yield* wordsInSteps<number>(rows, (value) =>
    javascriptScalar(kind === "Float32Array" ? shortest32(value) : value),
  );
  return group(`new ${kind}([`, words, "])", { fills: true });
}
