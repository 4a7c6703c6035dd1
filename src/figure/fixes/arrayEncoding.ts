import { elementBits, holdsOnly } from "../text/source/elementKinds.ts";
import { type Json } from "../model/figure.ts";
import { formatPath } from "../model/path.ts";
import type { TextEdit } from "../model/fix.ts";
import type { DataArray } from "../text/outline/outline.ts";
import { decodeTypedArray, encodeTypedArray, isTypedArray, toPlain } from "../data/arrays/typedArray.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { TreeEdits } from "./tree/treeEdits.ts";
import { nodeOf } from "./tree/nodeOf.ts";

export interface ArrayEdits {
  readonly edits: readonly TextEdit[];
  /** Sentences about the arrays that stay as they are. */
  readonly left: readonly string[];
}

/**
 * Writes `{"dtype", "bdata"}` as lists of numbers. The numbers are exact, except that NaN and the infinities, which
 * JSON lacks, become null; Plotly draws them alike.
 */
export function toPlainLists(file: FigureText, arrays: readonly DataArray[]): ArrayEdits {
  return rewrite(file, arrays, "base64", (value, path) => {
    if (!isTypedArray(value)) return `\`${path}\` is no typed array.`;
    const decoded = decodeTypedArray(value);
    return decoded.ok ? { value: toPlain(decoded.value) } : `\`${path}\` cannot be read. ${decoded.error.message}`;
  });
}

/** Whether the array is a list of numbers, or of equally long rows of them, that a typed array can represent. */
export function mayBeTyped({ encoding, kinds, shape }: DataArray): boolean {
  const isNumbers = (kinds & elementBits.number) !== 0 && holdsOnly(kinds, "number", "null");
  return encoding === "json" && isNumbers && shape !== undefined;
}

/**
 * Writes lists of numbers as `{"dtype", "bdata"}` with the smallest type that represents each number exactly. Null
 * becomes NaN.
 */
export function toTypedArrays(file: FigureText, arrays: readonly DataArray[]): ArrayEdits {
  return rewrite(file, arrays, "json", (value, path) => {
    const encoded = encodeTypedArray(value);
    if (encoded === undefined) return `\`${path}\` contains other things than numbers, so it stays a list.`;
    return { value: { ...encoded } };
  });
}

function rewrite(
  file: FigureText,
  arrays: readonly DataArray[],
  encoding: DataArray["encoding"],
  change: (value: Json, path: string) => { readonly value: Json } | string,
): ArrayEdits {
  const tree = new TreeEdits(file);
  const left: string[] = [];
  for (const array of arrays) {
    if (array.encoding !== encoding) continue;
    const node = nodeOf(file, array);
    const { start, end } = array.value;
    const changed = change(JSON.parse(file.text.slice(start, end)) as Json, formatPath(array.path));
    if (typeof changed === "string") left.push(changed);
    else if (node !== undefined) tree.setValue(node, changed.value);
  }
  return { edits: tree.edits(), left };
}
