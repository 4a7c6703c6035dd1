import { isContainer } from "../model/container.ts";
import { type FigurePath, valueAt } from "../model/path.ts";
import { plainText } from "../model/plainText.ts";
import type { ManualContainer } from "../manual/manual.ts";
import { drawnAt, type Inspected, typeAt, writtenAt } from "./inspected.ts";

/** A part of a figure that is chosen as a whole. */
export interface FigurePart {
  readonly path: FigurePath;
  /** What it is, as Plotly calls it without its number: `trace`, `layout`, `xaxis`, `annotations`, `frames`. */
  readonly kind: string;
  /** `trace 2 “bean”`, `x axis 2 “time”`. */
  readonly label: string;
}

/** Lists of the layout whose elements are parts of their own, with what one of them is called. */
export const layoutLists: ReadonlyMap<string, string> = new Map([
  ["annotations", "annotation"],
  ["shapes", "shape"],
  ["images", "image"],
  ["selections", "selection"],
  ["sliders", "slider"],
  ["updatemenus", "menu"],
]);

const nouns: ReadonlyMap<string, string> = new Map([
  ["xaxis", "x axis"],
  ["yaxis", "y axis"],
  ["coloraxis", "colour axis"],
  ["scene", "3D scene"],
  ["geo", "map"],
  ["map", "tile map"],
  ["polar", "polar chart"],
  ["ternary", "ternary chart"],
  ["smith", "Smith chart"],
]);

/** Whether a member of the layout is a part of its own, and no attribute of the layout itself. */
export const isPartOfItsOwn = (layout: ManualContainer, name: string): boolean =>
  layout.numbered.includes(name) || layoutLists.has(name) || name === "template";

/** The parts that there are: the figure itself first, then traces, axes and the others, frames, settings and template. */
export function partsOf(figure: Inspected, layout: ManualContainer): FigurePart[] {
  const { written, full } = figure;
  const traces = valueAt(written, ["data"]);
  const frames = valueAt(written, ["frames"]);
  const of = (path: FigurePath): FigurePart => partAt(figure, path);
  const names = new Set([...keysOf(full.layout), ...keysOf(valueAt(written, ["layout"]))]);
  const numbered = layout.numbered.flatMap((base) =>
    [...names].filter((name) => withoutNumber(name, layout) === base).toSorted(byNumber),
  );
  const lists = [...layoutLists.keys()].flatMap((name) =>
    elementsOf(valueAt(written, ["layout", name])).map((index): FigurePath => ["layout", name, index]),
  );
  return [
    of(["layout"]),
    ...elementsOf(traces).map((index) => of(["data", index])),
    ...numbered.map((name) => of(["layout", name])),
    ...lists.map(of),
    ...elementsOf(frames).map((index) => of(["frames", index])),
    ...(isContainer(valueAt(written, ["layout", "template"])) ? [of(["layout", "template", "layout"])] : []),
    of(["config"]),
  ];
}

/** The part that a path leads to or into. */
export function partAt(figure: Inspected, path: FigurePath): FigurePart {
  const [root, name, index] = path;
  if (root === "data" && typeof name === "number") return tracePart(figure, name);
  if (root === "frames" && typeof name === "number") {
    const named = writtenAt(figure, ["frames", name, "name"]);
    return { path: ["frames", name], kind: "frames", label: titled(`frame ${name}`, named) };
  }
  if (root === "config") return { path: ["config"], kind: "config", label: "Behaviour" };
  if (root !== "layout" || typeof name !== "string") return { path: ["layout"], kind: "layout", label: "Figure" };
  if (name === "template") {
    const depth = index === "data" ? 5 : 3;
    return { path: path.slice(0, Math.max(depth, 3)), kind: "template", label: "Template" };
  }
  const noun = layoutLists.get(name);
  if (noun !== undefined && typeof index === "number") {
    const at: FigurePath = ["layout", name, index];
    const { text, label, name: named, type } = memberOf(writtenAt(figure, at));
    const inner = memberOf(label)["text"];
    return { path: at, kind: name, label: titled(`${noun} ${index}`, text ?? inner ?? named ?? type) };
  }
  const base = name.replace(/\d+$/, "");
  const number = name.slice(base.length);
  const known = nouns.get(base) ?? (base === "legend" ? "legend" : undefined);
  if (known === undefined) return { path: ["layout"], kind: "layout", label: "Figure" };
  const title = memberOf(drawnAt(figure, ["layout", name, "title"]))["text"];
  const shown = typeof title === "string" && !title.startsWith("Click to enter") ? title : undefined;
  return { path: ["layout", name], kind: base, label: titled(`${known}${number === "" ? "" : ` ${number}`}`, shown) };
}

function tracePart(figure: Inspected, index: number): FigurePart {
  const name = drawnAt(figure, ["data", index, "name"]) ?? writtenAt(figure, ["data", index, "name"]);
  const own = name === `trace ${index}` ? undefined : name;
  return { path: ["data", index], kind: typeAt(figure, ["data", index]), label: titled(`trace ${index}`, own) };
}

function titled(noun: string, title: unknown): string {
  const text = typeof title === "string" ? plainText(title) : "";
  return text === "" ? noun : `${noun} “${text.length > 32 ? `${text.slice(0, 31)}…` : text}”`;
}

function withoutNumber(name: string, layout: ManualContainer): string {
  const base = name.replace(/(?:[2-9]|[1-9]\d+)$/, "");
  return layout.numbered.includes(base) ? base : name;
}

const numberOf = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 1);
const byNumber = (one: string, other: string): number => numberOf(one) - numberOf(other);
const keysOf = (value: unknown): string[] => (isContainer(value) ? Object.keys(value) : []);
const elementsOf = (value: unknown): number[] => (Array.isArray(value) ? [...value.keys()] : []);
const memberOf = (value: unknown): { readonly [name: string]: unknown } => (isContainer(value) ? value : {});
