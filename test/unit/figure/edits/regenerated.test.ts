import assert from "node:assert/strict";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import { applyHandEdits } from "../../../../src/figure/edits/kept/apply.ts";
import { readEditsFile, writeEditsFile } from "../../../../src/figure/edits/kept/editsFile.ts";
import { handEditsOf } from "../../../../src/figure/edits/kept/record.ts";
import type { Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { changed } from "./support.ts";

type Random = (below: number) => number;

/** A trace or an annotation with a mark that says which one it is, and which nothing finds it by. */
interface Made {
  readonly data: JsonObject[];
  readonly layout: { readonly annotations: JsonObject[]; readonly shapes: JsonObject[] };
}

function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
}

class Script {
  readonly #random: Random;
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  figure(): Made {
    const many = <T>(least: number, make: () => T): T[] => Array.from({ length: least + this.#random(4) }, make);
    const annotations = many(0, () => this.#annotation());
    const shapes = many(0, () => this.#shape());
    // One that stays tells that the data was not all renewed.
    return { data: [this.#trace("steady"), ...many(1, () => this.trace())], layout: { annotations, shapes } };
  }

  trace(): JsonObject {
    return this.#trace(["", "bean", "pea", `oat ${this.#random(3)}`][this.#random(4)]!);
  }

  /** The same figure, as a later run of the script writes it. */
  again({ data, layout }: Made): Made {
    const random = this.#random;
    const traces = structuredClone(data);
    for (let act = random(4); act > 0; act--) {
      const place = 1 + random(Math.max(traces.length - 1, 1));
      const kind = random(4);
      // Of the same name as one that goes, it would be the same trace.
      const name = random(2) === 0 ? "" : `new ${this.#made++}`;
      if (kind === 0) traces.splice(place, 0, this.#trace(name));
      else if (kind === 1) traces.splice(place, 1);
      else if (kind === 2) traces.push(...traces.splice(place, 1));
      else if (traces[place] !== undefined) traces[place] = { ...traces[place], name: `renamed ${this.#made++}` };
    }
    const [annotations, shapes] = [structuredClone(layout.annotations), structuredClone(layout.shapes)];
    if (random(2) === 0) annotations.splice(random(annotations.length + 1), 1);
    if (random(2) === 0) annotations.unshift({ ...this.#annotation(), text: `new ${this.#made++}` });
    if (random(2) === 0) shapes.reverse();
    if (random(3) === 0) shapes.unshift(this.#shape());
    if (random(3) === 0) shapes.pop();
    return { data: traces, layout: { annotations, shapes } };
  }

  #trace(name: string): JsonObject {
    const id = this.#made++;
    const type = this.#random(3) === 0 ? { type: "bar" } : {};
    const uid = this.#random(5) === 0 ? { uid: `u${id}` } : {};
    return { ...type, ...uid, ...(name !== "" && { name }), y: [id, this.#random(9), 3], meta: id };
  }

  #annotation(): JsonObject {
    return { text: ["frost", "rain", "sun", "hail"][this.#random(4)]!, x: this.#made, captureevents: this.#made++ };
  }

  #shape(): JsonObject {
    return { type: "rect", x0: this.#made, x1: this.#random(9), legendrank: this.#made++ };
  }
}

/** What the mark of each element is by the value that a hand gave it. */
function marksByHand({ data, layout }: Made): Map<Json, Json> {
  const marks = new Map<Json, Json>();
  for (const [list, mark] of [
    [data, "meta"],
    [layout.annotations, "captureevents"],
    [layout.shapes, "legendrank"],
  ] as const) {
    for (const element of list) {
      const byHand = element["opacity"];
      if (byHand !== undefined) marks.set(byHand, element[mark]!);
    }
  }
  return marks;
}

describe("Hand edits of a figure that is written anew", () => {
  it("never land on another part, and say what could not be done, in 200 figures", () => {
    let [kept, done] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomOf(seed * 7919);
      const script = new Script(random);
      const first = script.figure();
      const { data, layout } = first;
      const lists = [
        [["data"], data.length],
        [["layout", "annotations"], layout.annotations.length],
        [["layout", "shapes"], layout.shapes.length],
      ] as const;
      let value = 0;
      const edits = lists.flatMap(([list, length]) =>
        Array.from({ length }, (_, place): FigureEdit => ({
          act: "set",
          path: [...list, place, "opacity"],
          value: ++value / 100,
        })),
      );
      edits.push({ act: "set", path: ["layout", "width"], value: 700 });
      const text = JSON.stringify(first);
      const expected = marksByHand(JSON.parse(changed(text, edits).text) as Made);
      const list = finished(handEditsOf(readFigureText(text), [], edits))!;
      const file = readEditsFile(writeEditsFile("it.plotly.json", list));
      assert.ok(file.ok);

      const anew = JSON.stringify(script.again(first), null, seed % 3);
      const result = finished(applyHandEdits(readFigureText(anew), [], file.edits));
      assert.ok(result.ok);
      const after = marksByHand(JSON.parse(changed(anew, result.edits).text) as Made);
      for (const [byHand, mark] of after)
        assert.equal(mark, expected.get(byHand), `seed ${seed}: ${JSON.stringify(byHand)}\n${text}\n${anew}`);
      const { applied, already, lost, changed: differing } = result;
      assert.equal(applied.length + already.length + lost.length + differing.length, list.length);
      assert.equal(applied.length, after.size + 1);
      kept += list.length;
      done += applied.length;
    }
    assert.ok(done > kept * 0.5, `${done} of ${kept} were made again.`);
  });

  it("find single traces and all traces without names when all data is new", () => {
    const old = JSON.stringify({ data: [{ y: [1, 2] }, { y: [3, 4] }] });
    const list = finished(
      handEditsOf(readFigureText(old), [], [{ act: "set", path: ["data", 1, "opacity"], value: 1 }]),
    )!;
    const edits = (data: Json): readonly FigureEdit[] => {
      const result = finished(applyHandEdits(readFigureText(JSON.stringify({ data })), [], list));
      return result.ok ? result.edits : [];
    };
    assert.equal(edits([{ y: [5, 6] }, { y: [7, 8] }]).length, 1);
    assert.equal(edits([{ y: [1, 2] }, { y: [7, 8] }]).length, 0);
    assert.deepEqual(edits([{ y: [3, 4] }, { y: [1, 2] }])[0]?.path, ["data", 0, "opacity"]);
    assert.equal(edits([{ y: [5, 6] }]).length, 0);
  });
});
