import type { Json } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";

/** A way to write a figure into a file. */
export interface TextLayout {
  readonly name: string;
  readonly write: (figure: Json) => string;
  /** Where the figure is in the file. */
  readonly base: FigurePath;
}

const python = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${python(item)}`)
    .join(", ")}}`;
};

/** Lists of scalars on one line, small objects too. */
const handy = (value: Json, indent = ""): string => {
  const line = python(value).replace(/^\{(.+)\}$/s, "{ $1 }");
  const isFlat =
    typeof value !== "object" ||
    value === null ||
    Object.values(value).every((item) => typeof item !== "object" || item === null);
  if (isFlat && line.length < 60) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + handy(item, inner)).join(",\n")}\n${indent}]`;
  const members = Object.entries(value as { [key: string]: Json });
  return `{\n${members.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${handy(item, inner)}`).join(",\n")}\n${indent}}`;
};

const spaced = (indent: string | number) => (figure: Json) => JSON.stringify(figure, null, indent);

export const textLayouts: readonly TextLayout[] = [
  { name: "one line", base: [], write: (figure) => JSON.stringify(figure) },
  { name: "two spaces, spread lists", base: [], write: (figure) => `${spaced(2)(figure)}\n` },
  { name: "four spaces", base: [], write: spaced(4) },
  { name: "tabs", base: [], write: spaced("\t") },
  { name: "CRLF", base: [], write: (figure) => `${spaced(2)(figure).replaceAll("\n", "\r\n")}\r\n` },
  { name: "Python's json.dumps", base: [], write: python },
  { name: "by hand", base: [], write: (figure) => handy(figure) },
  { name: "with a byte order mark", base: [], write: (figure) => `\uFEFF${spaced(1)(figure)}` },
  {
    name: "within a file",
    base: ["cells", 1, "output"],
    write: (figure) =>
      spaced(2)({ cells: [{ source: ["{", "a"] }, { output: figure, more: { data: 1 } }], "data ": [] }),
  },
];

/** The same value with white space anywhere, escapes in keys, and members that a later one takes the place of. */
export function looselyWritten(value: Json, random: () => number): string {
  const space = (): string => [" ", "", "\n", "\r\n  ", "\t", ""][Math.floor(random() * 6)]!;
  const write = (each: Json): string => {
    if (Array.isArray(each)) return `[${space()}${each.map(write).join(`${space()},${space()}`)}${space()}]`;
    if (typeof each !== "object" || each === null) return JSON.stringify(each);
    const members = Object.entries(each).flatMap(([key, item]) => {
      const name =
        random() < 0.1 && key !== ""
          ? `"\\u${key.charCodeAt(0).toString(16).padStart(4, "0")}${JSON.stringify(key.slice(1)).slice(1)}`
          : JSON.stringify(key);
      const member = `${name}${space()}:${space()}${write(item)}`;
      return random() < 0.1 ? [`${JSON.stringify(key)}:${space()}${write(item === 1 ? 2 : 1)}`, member] : [member];
    });
    return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`;
  };
  return `${space()}${write(value)}${space()}`;
}
