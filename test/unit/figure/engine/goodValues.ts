import type { JsonObject } from "../../../../src/figure/model/figure.ts";
import type { PlotNode } from "../../../../build/schema/plotSchema.ts";
import type { Spec } from "./engineSource.ts";

/** Lists of data are so long. */
const COUNT = 3;

const colorscales = [
  "Viridis",
  [
    [0, "white"],
    [0.5, "rgb(200, 30, 30)"],
    [1, "#000"],
  ],
  [
    ["0", "hsl(10, 20%, 30%)"],
    ["1.0", "navy"],
  ],
];

const colors = [
  "red",
  "#1f77b4",
  "rgba(1, 2, 3, 0.5)",
  "rgb(10 20 30 / 50%)",
  "transparent",
  "hsl(20, 30%, 40%)",
  "#abcd",
];

/**
 * A value of every attribute and container of a part of the engine's schema, which all are good ones; another `turn`
 * gives others, so that each choice has its turn.
 */
export function goodMembers(node: PlotNode, turn: number): JsonObject {
  const members: JsonObject = {};
  for (const [name, member] of Object.entries(node)) {
    if (name.startsWith("_") || ["impliedEdits", "items", "type"].includes(name) || !isNode(member)) continue;
    const element = isNode(member["items"]) ? Object.values(member["items"])[0] : undefined;
    const value =
      typeof member["valType"] === "string"
        ? goodValue(member as unknown as Spec, turn)
        : isNode(element)
          ? [goodMembers(element, turn), goodMembers(element, turn + 1)]
          : goodMembers(member, turn);
    if (value !== undefined) members[name] = value as JsonObject[string];
  }
  return members;
}

/** Undefined where there is none but what is computed. */
export function goodValue(spec: Spec, turn: number): unknown {
  const { valType, values = [], flags = [], extras = [], dflt } = spec;
  const one = <Item>(choices: readonly Item[]): Item | undefined => choices[turn % choices.length];
  if (spec.arrayOk === true && turn % 4 === 3) {
    const single = { ...spec, arrayOk: false };
    return Array.from({ length: COUNT }, (_, index) => goodValue(single, index) ?? null);
  }
  const range = spec as { readonly min?: number; readonly max?: number };
  const least = range.min ?? (range.max === undefined ? -3 : Math.min(range.max, 0) - 1);
  const most = range.max ?? least + 4;
  switch (valType) {
    case "data_array":
      return one<unknown>([[1, 2, 3], [1, null, 2.5], ["a", "b", "c"], { dtype: "i1", bdata: "AQID" }]);
    case "enumerated":
      return one(values.map(choice));
    case "boolean":
      return one([true, false]);
    case "number":
      return one<unknown>([most, least, String(most), ...extras]);
    case "integer":
      return one<unknown>([Math.floor(most), Math.ceil(least), String(Math.floor(most)), ...extras]);
    case "angle":
      return one<unknown>([30, -170, "45", 400]);
    case "string":
      return one<unknown>(["words", "<b>more</b> %{x}", ...("strict" in spec ? [] : [2020])]);
    case "color":
      return one(colors);
    case "colorlist":
      return [...colors];
    case "colorscale":
      return one(colorscales);
    case "subplotid":
      return dflt;
    case "flaglist":
      return one<unknown>([flags.join("+"), flags[0], flags.toReversed().join("+"), ...extras]);
    case "info_array":
      return list(spec, turn);
    default:
      return dflt ?? one<unknown>([1, "a", { a: [1] }]);
  }
}

function list({ items, dimensions, freeLength }: Spec, turn: number): unknown {
  const row = (specs: unknown): unknown[] => {
    if (Array.isArray(specs)) return (specs as Spec[]).map((spec, index) => goodValue(spec, turn + index) ?? null);
    return [goodValue(specs as Spec, turn) ?? null, goodValue(specs as Spec, turn + 1) ?? null];
  };
  if (dimensions === 2)
    return Array.isArray(items) && Array.isArray(items[0]) ? items.map(row) : [row(items), row(items)];
  if (dimensions === "1-2" && turn % 2 === 1) return [row(items), row(items)];
  const all = row(items);
  // What a short one lacks has its default.
  return freeLength !== true && turn % 4 === 2 ? all.slice(0, 1) : all;
}

/** One that goes with a pattern among the choices. */
function choice(value: unknown): unknown {
  if (typeof value !== "string" || !/^\/\^.+\$\/$/.test(value)) return value;
  return value.slice(2, -2).replaceAll("([2-9]|[1-9][0-9]+)?", "").replace("( domain)?", " domain");
}

function isNode(value: unknown): value is PlotNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
