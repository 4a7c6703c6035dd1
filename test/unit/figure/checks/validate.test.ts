import assert from "node:assert/strict";
import * as fc from "fast-check";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import type { JsonObject } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { leftoverIn } from "../../../../src/figure/checks/rules/leftover.ts";
import { placedAttributes } from "../../../../src/figure/checks/rule/placedAttributes.ts";
import { isColor } from "../../../../src/figure/colors/colorText.ts";
import { type Engine, type EngineComplaint, loadEngine } from "../../../../build/schema/engine.ts";
import type { PlotSchema } from "../../../../build/schema/plotSchema.ts";
import { nodeAround, pathOf } from "../../../../src/figure/text/structure/structure.ts";
import { sampleLibrary } from "../../../../src/library/sampleLibrary.ts";
import { everyTraceType } from "../engine/everyTraceType.ts";

/**
 * What `Plotly.validate` also says and the rules do not, with the reason. All other complaints ("schema", "value",
 * "object", "array") must be told.
 */
const leftUnsaid: { readonly [code: string]: string } = {
  unused:
    "A good attribute that another one makes idle, such as `marker` where only lines are drawn. Tools write such into every figure, and only drawing tells.",
  dynamic: "A good value that another one overrules while drawing, such as an axis's range once it is automatic.",
  invisible: "A trace without data. So is every figure that somebody begins to write.",
};

/** Values that the engine's complaint is left unsaid for, with the reason. */
const deviations: readonly { readonly reason: string; readonly is: (value: unknown, spec: Spec) => boolean }[] = [
  {
    reason:
      "null stands for nothing in figures of every tool, and the engine then uses its default as if nothing were there.",
    is: (value) => value === null || (Array.isArray(value) && value.includes(null)),
  },
  {
    reason: 'What the engine computes where nothing is written may be written, such as "auto" of a number.',
    is: (value, { dflt }) => value === dflt,
  },
  {
    reason:
      "Of a list with nothing in it the engine takes its defaults. It speaks of them for `zmin` of an image alone.",
    is: (value, { valType }) => valType === "info_array" && Array.isArray(value) && value.length === 0,
  },
];

/** And the other way: what the rules say and `Plotly.validate` does not. */
const saidBesides: readonly { readonly reason: string; readonly is: (value: unknown, spec: Spec) => boolean }[] = [
  {
    reason: "The engine compares an object with what it made of it, and finds no fault where both are empty.",
    is: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  },
  {
    reason: "The engine leaves out the unknown flags, and says so of none.",
    is: (value, { valType }) => valType === "flaglist" && typeof value === "string",
  },
  {
    reason: "The engine looks at the values that a list has, and says nothing of those that it lacks.",
    is: (value, { valType }) => valType === "info_array" && Array.isArray(value),
  },
];

interface Spec {
  readonly valType: string;
  readonly dflt?: unknown;
  readonly values?: readonly unknown[];
  readonly flags?: readonly unknown[];
  readonly extras?: readonly unknown[];
}

interface Mutation {
  readonly path: FigurePath;
  readonly spec: Spec;
  readonly value: unknown;
}

const texts = "1 0.5 abc red #fff 1f77b4 hsv(1,2,3) x2 auto lines+markers Viridis viridis hidden".split(" ");
const numbers = [1, 0, -1, 0.5, 1.5, 1000];
const lists = [
  [],
  [1, 2],
  ["red", "blue"],
  ["a"],
  [
    [0, "red"],
    [1, "blue"],
  ],
  [[0, "red"]],
  [0, 1, 2],
  ["1", null],
];
const pool: readonly unknown[] = [...texts, ...numbers, ...lists, "", true, false, null, {}, { a: 1 }];

describe("the rules beside Plotly.validate of the engine", function () {
  // Loading the engine takes seconds on a busy machine, and so does each of its validations.
  this.timeout(300_000);
  let engine: Engine;
  let schema: PlotSchema;

  before(() => {
    engine = loadEngine();
    schema = engine.PlotSchema.get() as unknown as PlotSchema;
  });

  /** What the engine says, by path; undefined where it fails on the figure itself. */
  function complaints(data: readonly unknown[], layout: object): { path: string; code: string }[] | undefined {
    let found: readonly (EngineComplaint & { readonly trace?: number | null; readonly path?: unknown })[];
    try {
      found = engine.validate(structuredClone(data), structuredClone(layout)) ?? [];
    } catch {
      return undefined;
    }
    return found.map(({ code, container, trace, path }) => ({
      code,
      path: [container, ...(typeof trace === "number" ? [trace] : []), ...(Array.isArray(path) ? path : [])].join("."),
    }));
  }

  /** What the rules on attributes and values say, by path. */
  function told(figure: object): { path: string; code: string }[] {
    const file = readFigureText(JSON.stringify(figure));
    const { problems } = checkFigure(file, { bound: false, limit: Infinity });
    const codes = ["unknown-attribute", "removed-attribute", "wrong-value", "unknown-trace-type"];
    // Of these one problem tells of all.
    const leftovers = [...placedAttributes(file.structure, file.outline)]
      .flatMap((placed) => leftoverIn(placed) ?? [])
      .map((node) => ({ code: "leftover", path: pathOf(node).join(".") }));
    const single = problems
      .filter(({ code }) => codes.includes(code))
      .map(({ code, span }) => {
        assert.ok(span.start < span.end);
        const node = nodeAround(file.structure, span.end - span.start > 1 ? span.start + 1 : span.start);
        return { code, path: node === undefined ? "" : pathOf(node).join(".") };
      });
    return [...single, ...leftovers];
  }

  const near = (one: string, other: string): boolean =>
    one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

  it("find no fault with a good figure of any trace type, nor does the engine", () => {
    assert.deepEqual(Object.keys(everyTraceType).toSorted(), Object.keys(schema.traces).toSorted());
    const data = Object.entries(everyTraceType).map(([type, members]) => ({ type, ...members }));
    const { problems } = checkFigure(readFigureText(JSON.stringify({ data })), { bound: false });
    assert.deepEqual(
      problems.filter(({ code }) => code !== "raw-array"),
      [],
    );
    assert.deepEqual(complaints(data, {}), []);
  });

  it("find no fault with the library's figures but what left Plotly", () => {
    const codes = new Set(sampleLibrary().flatMap(({ figure }) => told(figure).map(({ code }) => code)));
    assert.deepEqual([...codes].toSorted(), ["removed-attribute", "unknown-trace-type"]);
  });

  it("take every default of the engine", () => {
    const data = Object.entries(schema.traces).map(([type, { attributes }]) => ({ ...defaults(attributes), type }));
    assert.deepEqual(
      told({ data, layout: defaults(schema.layout.layoutAttributes), config: defaults(schema.config) }),
      [],
    );
  });

  it("leave no complaint about an attribute or a value unsaid, and raise no false alarm, whatever is put anywhere", () => {
    const types = Object.keys(everyTraceType);
    const places = new Map(types.map((type) => [type, placesOf(schema.traces[type]?.attributes ?? {})]));
    const layoutPlaces = placesOf(schema.layout.layoutAttributes);
    const chosen = fc.tuple(fc.nat(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }));
    const mutation = (all: readonly Place[], [place, which, own]: readonly [number, number, number]): Mutation => {
      const { path, spec } = all[place % all.length]!;
      const choices = [...(spec.values ?? []), ...(spec.flags ?? []), ...(spec.extras ?? []), spec.dflt].filter(
        isPlain,
      );
      const from = own < 0.3 && choices.length > 0 ? choices : pool;
      return { path, spec, value: from[which % from.length] };
    };
    fc.assert(
      fc.property(
        fc.array(chosen, { minLength: types.length * 2, maxLength: types.length * 2 }),
        fc.array(chosen, { minLength: 10, maxLength: 10 }),
        (traceChoices, layoutChoices) => {
          const changed = traceChoices.map((choice, index) => {
            const type = types[index % types.length]!;
            const { path, spec, value } = mutation(places.get(type) ?? [], choice);
            const trace = structuredClone({ type, ...everyTraceType[type] }) as JsonObject;
            put(trace, path, value);
            return { trace, spec, value, path };
          });
          // On some values the engine itself fails; the others are then looked at without them.
          const data = changed.map(({ trace }) => trace);
          const sound = soundOnes(data, (part) => complaints(part, {}) !== undefined);
          const kept = changed.filter((_, index) => sound[index] === true);
          compare(
            { data: kept.map(({ trace }) => trace), layout: {} },
            kept.map(({ path, ...rest }, index) => ({ ...rest, path: ["data", index, ...path] })),
          );
          // One layout for all, each at a member of its own.
          const layout: JsonObject = {};
          const mutations = layoutChoices
            .map((choice) => mutation(layoutPlaces, choice))
            .filter(({ path }, index, all) => all.findIndex((other) => other.path[0] === path[0]) === index);
          for (const { path, value } of mutations) put(layout, path, value);
          compare(
            { data: [], layout },
            mutations.map(({ path, ...rest }) => ({ ...rest, path: ["layout", ...path] })),
          );
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it("read colours as the engine does", () => {
    const colors = fc.sample(color, 1000);
    const data = colors.map((fillcolor) => ({ type: "scatter", y: [1], fill: "tozeroy", fillcolor }));
    const refused = new Set(
      (complaints(data, {}) ?? []).filter(({ code }) => code === "value").map(({ path }) => path),
    );
    assert.ok(refused.size > 50 && refused.size < 950);
    for (const [index, text] of colors.entries())
      assert.equal(isColor(text), !refused.has(`data.${index}.fillcolor`), JSON.stringify(text));
  });

  function compare(figure: { data: JsonObject[]; layout: JsonObject }, mutations: readonly Mutation[]): void {
    const theirs = complaints(figure.data, figure.layout);
    if (theirs === undefined) return;
    const ours = told(figure);
    for (const { path, spec, value } of mutations) {
      const at = path.join(".");
      const what = `${at} = ${JSON.stringify(value)} (${spec.valType})`;
      const mine = ours.find((one) => near(one.path, at));
      const hard = theirs.find(
        (one) => (one.path === at || one.path.startsWith(`${at}.`)) && leftUnsaid[one.code] === undefined,
      );
      if (hard !== undefined && mine === undefined)
        assert.ok(
          deviations.some(({ is }) => is(value, spec)),
          `Plotly.validate says "${hard.code}" of ${what}, and no rule does.`,
        );
      if (mine !== undefined && !theirs.some((one) => near(one.path, at)))
        assert.ok(
          saidBesides.some(({ is }) => is(value, spec)),
          `${mine.code} is said of ${what}, which Plotly.validate takes.`,
        );
    }
  }
});

interface Place {
  readonly path: FigurePath;
  readonly spec: Spec;
}

/** Every attribute and container of a part of the engine's schema; the first element stands for a list of objects. */
function placesOf(node: object, path: FigurePath = []): Place[] {
  return Object.entries(node).flatMap(([name, member]): Place[] => {
    if (name.startsWith("_") || name === "impliedEdits" || name === "items" || !isObject(member)) return [];
    const inside = [...path, name];
    if (typeof member["valType"] === "string") return [{ path: inside, spec: member as unknown as Spec }];
    const element = isObject(member["items"]) ? Object.values(member["items"])[0] : undefined;
    if (isObject(element)) return placesOf(element, [...inside, 0]);
    return [{ path: inside, spec: { valType: "container" } }, ...placesOf(member, inside)];
  });
}

function put(target: JsonObject, path: FigurePath, value: unknown): void {
  let here: { [key: string | number]: unknown } = target;
  for (const [index, step] of path.slice(0, -1).entries()) {
    if (typeof here[step] !== "object" || here[step] === null)
      here[step] = typeof path[index + 1] === "number" ? [] : {};
    here = here[step] as typeof here;
  }
  here[path.at(-1) ?? ""] = value;
}

/** Which of the traces the engine does not fail on, found by halves. */
function soundOnes(data: readonly JsonObject[], isSound: (part: readonly JsonObject[]) => boolean): boolean[] {
  if (data.length === 0 || isSound(data)) return data.map(() => true);
  if (data.length === 1) return [false];
  const middle = data.length >> 1;
  return [...soundOnes(data.slice(0, middle), isSound), ...soundOnes(data.slice(middle), isSound)];
}

const part = fc.constantFrom(
  "1",
  "255",
  "0.5",
  ".5",
  "1.",
  "-3",
  "1e2",
  "+4",
  "none",
  "12deg",
  "0.2turn",
  "50%",
  "x",
  "",
);
const color = fc.oneof(
  fc.constantFrom(
    "red",
    "Red",
    " navy ",
    "transparent",
    "#fff",
    "#FFFF",
    "#ff",
    "#12345g",
    "1f77b4",
    "currentcolor",
    "",
  ),
  fc
    .record({
      model: fc.constantFrom("rgb", "rgba", "hsl", "hsla", "hsv", "hwb", "lab", "oklch", "lch", "color", "RGB"),
      open: fc.constantFrom("(", " (", "( ", "(srgb ", "(display-p3 "),
      parts: fc.tuple(part, part, part),
      between: fc.constantFrom(",", " ", ", ", "  "),
      alpha: fc.constantFrom("", " / 0.5", ",0.3", "/50%", ", 20%"),
      close: fc.constantFrom(")", "", " )", ");"),
    })
    .map(({ model, open, parts, between, alpha, close }) => model + open + parts.join(between) + alpha + close),
);

/** What the engine takes where nothing is written, as if it were written. */
function defaults(node: object): { readonly [member: string]: unknown } {
  const members = Object.entries(node).flatMap(([name, member]): [string, unknown][] => {
    if (!isObject(member) || name.startsWith("_") || name === "impliedEdits" || name === "items") return [];
    const value = member["valType"] === undefined ? defaultsOf(member) : member["dflt"];
    return value === undefined || value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(members);
}

function defaultsOf(container: { readonly [member: string]: unknown }): unknown {
  const [element] = isObject(container["items"]) ? Object.values(container["items"]) : [];
  return isObject(element) ? [defaults(element)] : defaults(container);
}

/** Not one of the regular expressions that Plotly writes among the values. */
const isPlain = (value: unknown): boolean =>
  value !== undefined && !(typeof value === "string" && value.startsWith("/^"));

function isObject(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
