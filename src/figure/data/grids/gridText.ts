import type { Json } from "../../model/figure.ts";
import type { GridColumn, GridContent } from "../../model/grid.ts";
import type { Span } from "../../model/span.ts";

/** Values stand on lines of about so many signs. */
const LINE = 100;

/** The column's key and uid as `formatGrid` writes them; data is indented deeper. */
const COLUMN = /^ {4}("(?:[^"\\]|\\.)*"): \{\n {6}"uid": "([^"\\]*)"/gm;

/** The columns of a grid in their order. */
export function columnsOf({ cols }: GridContent): { readonly name: string; readonly column: GridColumn }[] {
  return Object.entries(cols)
    .map(([name, column]) => ({ name, column }))
    .toSorted((a, b) => a.column.order - b.column.order);
}

/** Writes a grid as JSON in the form of `GET /grids/{fid}/content`, for people to read: with many values on a line. */
export function formatGrid(content: GridContent): string {
  const columns = columnsOf(content).map(
    ({ name, column: { uid, order, data } }) =>
      `    ${JSON.stringify(name)}: {\n` +
      `      "uid": ${JSON.stringify(uid)},\n` +
      `      "order": ${order},\n` +
      `      "data": ${formatValues(data)}\n` +
      `    }`,
  );
  return columns.length === 0 ? '{\n  "cols": {}\n}\n' : `{\n  "cols": {\n${columns.join(",\n")}\n  }\n}\n`;
}

/** The place of the column's name in a text of `formatGrid`. */
export function columnSpan(text: string, uid: string): Span | undefined {
  for (const { 0: whole, 1: name = "", 2: found, index } of text.matchAll(COLUMN))
    if (found === uid) return nameSpan(whole, name, index);
  return undefined;
}

/** The uid of the column that `offset` is in, in a text of `formatGrid`. */
export function columnAt(text: string, offset: number): string | undefined {
  let last: string | undefined;
  for (const { 2: uid, index } of text.matchAll(COLUMN)) {
    if (index > offset) break;
    last = uid;
  }
  return last;
}

function nameSpan(whole: string, name: string, index: number): Span {
  const start = index + whole.indexOf(name);
  return { start, end: start + name.length };
}

function formatValues(values: readonly Json[]): string {
  if (values.length === 0) return "[]";
  const lines: string[] = [];
  let line = "";
  for (const value of values) {
    const text = JSON.stringify(value);
    if (line !== "" && line.length + text.length > LINE) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? text : ` ${text}`;
    line += ",";
  }
  lines.push(line.slice(0, -1));
  return lines.length === 1 ? `[${lines[0]}]` : `[\n        ${lines.join("\n        ")}\n      ]`;
}
