import assert from "node:assert/strict";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { attributeAt, layoutAttributes, traceAttributes } from "../../../../../src/figure/schema/attributes.ts";
import type { AttributeContainer } from "../../../../../src/figure/schema/attributes.ts";
import { loadEngine } from "../../../../../build/schema/engine.ts";
import type { PlotSchema } from "../../../../../build/schema/plotSchema.ts";
import { valueFault } from "../../../../../src/figure/checks/values/valueFault.ts";
import { nodeAt } from "../../../../../src/figure/text/structure/structure.ts";
import { engineSource, type Spec } from "../../engine/engineSource.ts";

const words = `1 0.5 -1 0x10 1e3 abc red RED #fff #ffff #12345 1f77b4 transparent none x y x2 x1 paper auto all
  lines+markers lines+foo foo+lines lines+lines x+y+z x+skip Viridis viridis YlGnBu legendonly free circle-open-dot 100
  legend2 coloraxis coloraxis2 scene2 geo dash M1 false true h stack linear top`.split(/\s+/);
const texts = [
  " 2 ",
  " red",
  "rgb(1.5,2,3)",
  "rgba(0,0,0,.5)",
  "hsv(1,2,3)",
  "y2 domain",
  "5px 10px",
  "middle center",
  "",
];
const numbers = [0, 1, -1, 0.5, 1.5, 3, 360, 1e9, -180, 181];
/** Also as texts. */
const lists = `[] [1] [0] [1,2] [2,1] [1,2,3] [0,1,2,3,4] ["a"] ["red"] ["red","blue"] ["red",null] [null,1] [1,null]
  ["1","2"] [true,false] ["x","y"] ["x2"] [["a"]] [{"a":1}] [[0,"red"]] [[1,2],[3,4]] [["x","y"],["x2","y"]]
  [[0,"red"],[1,"blue"]] [["0","red"],["1","blue"]] [[1,"red"],[0,"blue"]] [[0,"red"],[0.5,"x"],[1,"blue"]]`.split(
  /\s+/,
);
const read = lists.map((list): unknown => JSON.parse(list));
const pool: readonly unknown[] = [...words, ...texts, ...numbers, ...lists, ...read, true, false, {}, { a: 1 }];

interface Placed {
  readonly path: string;
  readonly spec: Spec;
  readonly rule: Parameters<typeof valueFault>[1];
}

describe("what is said of values beside how the engine reads them", function () {
  this.timeout(120_000);

  it("is the same for each kind of attribute", () => {
    const schema = loadEngine().PlotSchema.get() as unknown as PlotSchema;
    const all = [
      ...Object.entries(schema.traces).flatMap(([type, { attributes }]) =>
        placed(type, attributes, traceAttributes(type)!),
      ),
      ...placed("layout", schema.layout.layoutAttributes, layoutAttributes()),
    ];
    // Equal ones are looked at once.
    const kinds = new Map(all.map((one) => [JSON.stringify([one.rule, one.spec.dflt]), one]));
    assert.ok(kinds.size > 400);
    for (const { path, spec, rule } of kinds.values()) {
      const own = [...(spec.values ?? []), ...(spec.flags ?? []), ...(spec.extras ?? []), spec.dflt];
      const values = [...pool, ...own.filter((value) => value !== undefined && value !== null && !isPattern(value))];
      const { structure } = readFigureText(JSON.stringify({ a: values }));
      for (const [index, value] of values.entries()) {
        const fault = valueFault(nodeAt(structure, ["a", index])!, rule);
        // One that says what is taken of it is no complaint of the whole.
        const isTaken = fault === undefined || fault.drawn !== undefined;
        if (isTaken !== takes(value, spec) && !isKnown(value, spec))
          assert.fail(`${path} (${spec.valType}) ${isTaken ? "takes" : "does not take"} ${JSON.stringify(value)}.`);
      }
    }
  });
});

/** What an engine with every list filled up by defaults takes. */
function takes(value: unknown, spec: Spec): boolean {
  const validate = (one: unknown, of: Spec): boolean => engineSource().validate(one, of);
  if (spec.valType !== "info_array") return validate(value, spec);
  if (!Array.isArray(value)) return false;
  const { items, dimensions } = spec;
  const isTable = dimensions === 2 || (dimensions === "1-2" && Array.isArray(value[0]));
  const takesRow = (row: unknown, specs: unknown): boolean =>
    Array.isArray(row) &&
    row.every((part, index) => {
      const item: unknown = Array.isArray(specs) ? specs[index] : specs;
      return item === undefined || part === null || validate(part, item as Spec);
    });
  if (!isTable) return takesRow(value, items);
  return value.every((row, index) =>
    takesRow(row, Array.isArray(items) && Array.isArray(items[0]) ? items[index] : items),
  );
}

/** What the engine's own check says of these is not what it does, or is not known before it draws. */
function isKnown(value: unknown, { valType, values = [], dflt, items }: Spec): boolean {
  // A choice "/" counts as a pattern there that everything goes with, and "x2" as a text is a list's text.
  if (valType === "enumerated") return values.includes("/") || (values.some(isPattern) && Array.isArray(value));
  // One that is too long is told as that, whatever it holds.
  if (valType === "info_array" && Array.isArray(value) && Array.isArray(items) && value.length > items.length)
    return true;
  // How ids look is known there by their default alone.
  if (isObject(items) && items["valType"] === "subplotid") return true;
  // What is computed where nothing is written may be written.
  if (value === dflt || (value === "auto" && ["number", "color"].includes(valType))) return true;
  if (valType === "subplotid") return String(value).startsWith("coloraxis");
  return false;
}

function isPattern(value: unknown): boolean {
  return typeof value === "string" && /^\/.*\/$/.test(value);
}

function placed(
  root: string,
  node: object,
  container: AttributeContainer,
  path: readonly (string | number)[] = [],
): Placed[] {
  return Object.entries(node).flatMap(([name, member]: [string, unknown]): Placed[] => {
    if (name.startsWith("_") || name === "impliedEdits" || name === "items" || !isObject(member)) return [];
    const inside = [...path, name];
    if (typeof member["valType"] !== "string") {
      const element = isObject(member["items"]) ? Object.values(member["items"])[0] : undefined;
      return isObject(element)
        ? placed(root, element, container, [...inside, 0])
        : placed(root, member, container, inside);
    }
    const attribute = attributeAt(container, inside);
    if (attribute?.kind !== "attribute") assert.fail(`There is no ${root}.${inside.join(".")}.`);
    return [{ path: `${root}.${inside.join(".")}`, spec: member as unknown as Spec, rule: attribute.rule }];
  });
}

function isObject(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
