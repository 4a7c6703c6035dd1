import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import type { ExactEdit } from "../../../../src/figure/edits/draft/exactEdit.ts";
import type { Json } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";
import { editedValue, valueAt } from "./editedValue.ts";
import { looselyWritten, textLayouts } from "./layouts.ts";
import { changed } from "./support.ts";

const names = ["marker", "line", "color", "text", "font", "width", "__proto__", "colorbar", "a b"];
/** As they are read from a text. */
const plain = <T>(made: T): T => JSON.parse(JSON.stringify(made)) as T;

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom("red", 'a "quoted" text', "line\nbreak", "é\u2028", ""),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 4 }),
    fc.array(tie("value"), { maxLength: 4 }),
  ) as fc.Arbitrary<Json>,
}));
const container = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 });
const figures = fc.record(
  { data: fc.array(container, { maxLength: 4 }), layout: container, frames: fc.array(container, { maxLength: 2 }) },
  { requiredKeys: ["data"] },
) as fc.Arbitrary<Json>;

/** Numbers with which each edit finds its place in what the edits before it have left. */
const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), value), { minLength: 1, maxLength: 8 });

/** An edit that is possible in this figure. */
function possible(figure: Json, [kind, place, other, added]: readonly [number, number, number, Json]): FigureEdit {
  const places = placesOf(figure, []);
  const lists = places.filter((path) => Array.isArray(valueAt(figure, path)));
  const objects = places.filter((path) => isObject(valueAt(figure, path)));
  const list = lists[place % lists.length]!;
  const { length } = valueAt(figure, list) as Json[];
  switch (kind % 7) {
    case 0:
      return { act: "set", path: places[1 + (place % (places.length - 1))]!, value: added };
    case 1: {
      const path = [...objects[place % objects.length]!, names[other % names.length]!];
      const there = valueAt(figure, path);
      const isOpen = there === undefined || there === null;
      return { act: "set", path: isOpen && path.length > 1 ? [...path, "font", "size"] : path, value: added };
    }
    case 2:
      return { act: "remove", path: places[1 + (place % (places.length - 1))]! };
    case 3:
      return { act: "insert", path: [...list, other % (length + 1)], value: added };
    case 4:
      if (length > 0) return { act: "move", path: [...list, other % length], to: kind % length };
      return { act: "insert", path: [...list, 0], value: added };
    case 5:
      if (length > 0) return { act: "copy", path: [...list, other % length], to: kind % (length + 1) };
      return { act: "set", path: [...list, 0], value: added };
    default:
      return { act: "remove", path: [...objects[place % objects.length]!, names[other % names.length]!] };
  }
}

function placesOf(figure: Json, path: FigurePath): FigurePath[] {
  const here = valueAt(figure, path);
  if (typeof here !== "object" || here === null) return [path];
  const steps = Array.isArray(here) ? here.keys().toArray() : Object.keys(here);
  return [path, ...steps.flatMap((step) => placesOf(figure, [...path, step]))];
}

const isObject = (each: Json | undefined): boolean => typeof each === "object" && each !== null && !Array.isArray(each);

const parsed = (text: string, base: FigurePath): Json =>
  valueAt(JSON.parse(text.replace(/^\uFEFF/, "")) as Json, base)!;

/** Makes the edits one by one and all at once, and takes them back one by one. */
function hold(text: string, base: FigurePath, chosen: readonly (readonly [number, number, number, Json])[]): void {
  const first = parsed(text, base);
  const edits: FigureEdit[] = [];
  const undo: { before: string; opposites: readonly ExactEdit[] }[] = [];
  let now = text;
  for (const choice of chosen) {
    const figure = parsed(now, base);
    const edit = possible(figure, choice);
    // A figure whose data goes would be none any more.
    if (edit.path.length < 2) continue;
    const after = changed(now, [edit], base);
    assert.deepEqual(
      parsed(after.text, base),
      editedValue(figure, [edit]),
      `${JSON.stringify(edit)}\n${now}\n${after.text}`,
    );
    edits.push(edit);
    undo.push({ before: now, opposites: after.opposites });
    now = after.text;
  }
  const together = changed(text, edits, base);
  assert.deepEqual(parsed(together.text, base), editedValue(first, edits));
  assert.equal(changed(together.text, together.opposites, base).text, text);
  for (const { before, opposites } of undo.toReversed()) {
    now = changed(now, opposites, base).text;
    assert.equal(now, before);
  }
  assert.equal(now, text);
}

describe("Edits, made one by one, all at once, and taken back one by one", () => {
  for (const { name, write, base } of textLayouts) {
    it(`in a text: ${name}`, () => {
      fc.assert(
        fc.property(figures.map(plain), choices.map(plain), (figure, chosen) => hold(write(figure), base, chosen)),
        { numRuns: 60 },
      );
    });
  }

  it("in texts with any white space, escapes and members that do not count", () => {
    fc.assert(
      fc.property(figures.map(plain), choices.map(plain), fc.integer(), (figure, chosen, seed) => {
        let state = seed | 0;
        const random = (): number => ((state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 8) / 2 ** 24;
        hold(looselyWritten(figure, random), [], chosen);
      }),
      { numRuns: 200 },
    );
  });
});
