import { holdsOnly } from "../text/source/elementKinds.ts";
import { type ColorValue, parseColor } from "../colors/colorValue.ts";
import type { DataArray, Outline } from "../text/outline/outline.ts";
import type { Span } from "../model/span.ts";
import { allNodes, type FigureNode, type Structure } from "../text/structure/structure.ts";

/** A colour in a figure's text; the quotes belong to `span`. */
export interface FigureColor {
  readonly span: Span;
  readonly value: ColorValue;
}

/** VS Code itself shows 500 unless told otherwise (`editor.colorDecoratorsLimit`). */
const MOST = 1000;

/** Longer lists of colours are data; nobody picks those colours one by one. */
const LONGEST_LIST = 300;

const LONGEST_TEXT = 64;

const COLOR = /color$/i;
const COLORS = /(?:colors?|colorway)$/i;
const SCALE = /(?:colorscale|^sequential|^sequentialminus|^diverging)$/i;

/** The colours of a figure in the order of the text: attributes, lists such as `colorway`, and steps of colour scales. */
export function figureColors(text: string, structure: Structure, outline: Outline): FigureColor[] {
  const data = new Map(outline.arrays.map((array) => [array.value.start, array]));
  const known = new Map<string, ColorValue | undefined>();
  const found: FigureColor[] = [];
  const add = (written: string, span: Span) => {
    if (written.length > LONGEST_TEXT) return;
    if (!known.has(written)) known.set(written, parseColor(written));
    const value = known.get(written);
    if (value !== undefined) found.push({ span, value });
  };
  for (const node of allNodes(structure)) {
    if (found.length >= MOST) break;
    if (typeof node.value === "string" && node.kind === "string" && isColorPlace(node)) add(node.value, node.span);
    const array = node.opaque && COLORS.test(node.key?.name ?? "") ? data.get(node.span.start) : undefined;
    if (array !== undefined && isListOfTexts(array))
      for (const each of texts(text, array.value)) add(each.text, each.span);
  }
  return found.slice(0, MOST);
}

function isColorPlace({ key, parent, index }: FigureNode): boolean {
  if (key !== undefined) return COLOR.test(key.name);
  if (parent?.kind !== "array") return false;
  if (parent.key !== undefined) return COLORS.test(parent.key.name);
  return index === 1 && parent.parent?.kind === "array" && SCALE.test(parent.parent.key?.name ?? "");
}

function isListOfTexts({ encoding, length, kinds, nesting }: DataArray): boolean {
  return encoding === "json" && nesting === 1 && (length ?? 0) <= LONGEST_LIST && holdsOnly(kinds, "string", "null");
}

function* texts(text: string, { start, end }: Span): Generator<{ readonly text: string; readonly span: Span }> {
  const string = /"[^"\\]*"/g;
  for (const { index, 0: found } of text.slice(start, end).matchAll(string)) {
    const from = start + index;
    yield { text: found.slice(1, -1), span: { start: from, end: from + found.length } };
  }
}
