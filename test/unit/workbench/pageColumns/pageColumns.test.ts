import assert from "node:assert/strict";
import type { View } from "../../../../src/figure/data/reduce/pixelColumns.ts";
import { splitFigure } from "../../../../src/figure/data/split/splitFigure.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import type { FigureColumn } from "../../../../src/protocol.ts";
import { PageColumns } from "../../../../src/workbench/pageColumns/pageColumns.ts";
import { ArrivedColumns } from "../../../../webview/reading/arrivedColumns.ts";
import type { LineAsker } from "../../../../webview/reading/partialLine.ts";

const POINTS = 120_000;
const whole = (view: Partial<View> = {}): View => ({
  range: undefined,
  pixels: 800,
  isLog: false,
  isLogValue: false,
  connectsGaps: false,
  ...view,
});
const list = (of: (index: number) => number | null, length = POINTS): string =>
  JSON.stringify(Array.from({ length }, (_, index) => of(index)));
const wave = (index: number): number => Math.sin(index / 300) + Math.sin(index * 12.9898) / 3;

/** A host and its page, and the bytes that go from one to the other. */
class Way {
  bytes = 0;
  asked: string[] = [];
  pointedAgain = Promise.withResolvers<void>();
  came: FigureColumn[] = [];
  readonly host = new PageColumns();
  readonly #asker: LineAsker = {
    view: async (line, view) => {
      this.asked.push("view");
      const answer = this.host.answer({
        type: "view",
        request: 1,
        line,
        view: { ...view, range: view.range && [...view.range] },
      });
      if (answer.points === undefined) throw new Error(answer.error);
      return await Promise.resolve(answer.points);
    },
    nearest: async (line, x, y, pointer) => {
      this.asked.push("nearest");
      const { near, error } = this.host.answer({ type: "nearest", request: 1, line, x, y, pointer });
      if (error !== undefined) throw new Error(error);
      return await Promise.resolve(near);
    },
    pointAgain: () => this.pointedAgain.resolve(),
    whole: async (line) => {
      this.asked.push("whole");
      const { columns = [], error } = this.host.answer({ type: "whole", request: 1, line });
      if (error !== undefined) throw new Error(error);
      this.came = columns;
      return await Promise.resolve();
    },
  };
  readonly page = new ArrivedColumns(this.#asker);

  /** Sends a figure, and answers its columns as they are in the page. */
  async send(text: string) {
    const parts = splitFigure(text, scanFigure(text));
    const figure = { figure: parts?.skeleton ?? new TextEncoder().encode(text), columns: parts?.columns ?? [] };
    await this.host.read(figure, () => true);
    const { columns, lines } = this.host.next(figure);
    const sent = [
      ...columns.map(({ bytes }) => bytes),
      ...lines.flatMap(({ points }) => [points?.indices, points?.x, points?.y]),
    ];
    this.bytes = sent.reduce((sum, each) => sum + (each?.byteLength ?? 0), 0);
    const arrived = this.page.take(columns, lines);
    assert.ok(arrived);
    return { arrived, lines, values: parts?.columns.map((column) => column.values) ?? [] };
  }
}

const line = (members: string, more = ""): string => `{"data": [{"mode": "lines", ${members}}]${more}}`;

describe("The columns that a page has", () => {
  it("are a twentieth of a large line, of its whole length", async () => {
    const way = new Way();
    const text = line(`"y": ${list(wave, 1_000_000)}`);
    const { arrived, lines } = await way.send(text);
    assert.equal(lines.length, 1);
    assert.ok(way.bytes < text.length / 20, `${way.bytes} of ${text.length}`);
    const [y] = arrived;
    assert.equal(y?.values.length, 1_000_000);
    const partial = way.page.lineOf(y.values);
    const viewed = partial?.view(whole());
    assert.equal(viewed?.later, undefined, "it is enough for a screen");
    const places = [...(viewed?.indices ?? [])];
    assert.deepEqual([places[0], places.at(-1)], [0, 999_999]);
    assert.ok(places.every((index, at) => viewed?.x[at] === index && Object.is(viewed.y[at], wave(index))));
  });

  it("are refined where the person looks, until the points are all there is", async () => {
    const way = new Way();
    const { arrived } = await way.send(
      line(`"x": ${list((index) => index / 4)}, "y": ${list((index) => (index % 5000 === 7 ? null : wave(index)))}`),
    );
    const partial = way.page.lineOf(arrived.find(({ path }) => path[2] === "y")?.values);
    assert.ok(partial?.hasGaps);
    const near = whole({ range: [1000, 1010] });
    const first = partial.view(near);
    assert.ok(first.later);
    assert.equal(partial.view(near).later, first.later, "it is asked once");
    await first.later;
    const second = partial.view(near);
    assert.ok(second.later === undefined && second.isExact);
    assert.deepEqual(way.asked, ["view"]);
    const inSight = [...second.indices].filter((index) => index / 4 >= 1000 && index / 4 <= 1010);
    assert.deepEqual(
      inSight,
      Array.from({ length: 41 }, (_, index) => 4000 + index),
    );
    // All of it is still there, as at first.
    assert.equal(partial.view(whole()).later, undefined);
    assert.ok(partial.view(whole({ isLogValue: true })).later, "on another axis other points count");
  });

  it("tell what is pointed at among all points", async () => {
    const way = new Way();
    const { arrived } = await way.send(line(`"y": ${list(wave)}`));
    const partial = way.page.lineOf(arrived[0]?.values);
    assert.ok(partial);
    const viewed = partial.view(whole());
    const hidden =
      Array.from({ length: POINTS }, (_, index) => index).find((index) => !viewed.indices.includes(index)) ?? 0;
    // A pixel for each point.
    const scales = [
      { isLog: false, slope: 1, offset: 0 },
      { isLog: false, slope: 100, offset: 0 },
    ] as const;
    const pointer = { x: hidden, y: 100 * wave(hidden), by: "x", within: 20, radius: 3 } as const;
    assert.notEqual(partial.nearest(...scales, pointer)?.index, hidden, "the next one that is here");
    await way.pointedAgain.promise;
    assert.deepEqual(partial.nearest(...scales, pointer), { index: hidden, x: hidden, y: wave(hidden) });
    assert.deepEqual(way.asked, ["nearest"]);
    // Where all points are here, nobody is asked.
    const near = whole({ range: [hidden - 100, hidden + 100] });
    await partial.view(near).later;
    partial.view(near);
    assert.equal(partial.nearest(...scales, { ...pointer, x: hidden + 1 })?.index, hidden + 1);
    assert.deepEqual(way.asked, ["nearest", "view"]);
  });

  it("are all there once somebody needs them", async () => {
    const way = new Way();
    const text = line(`"y": ${list(wave)}`);
    const { arrived, values } = await way.send(text);
    const standIn = arrived[0]?.values;
    await way.page.lineOf(standIn)?.fetch();
    const replaced = way.page.complete(way.came);
    assert.deepEqual(replaced.get(standIn), values[0]);
    assert.equal(way.page.lineOf(replaced.get(standIn)), undefined);
    const again = await way.send(text.replace("lines", "lines+markers"));
    assert.deepEqual([again.lines.length, way.bytes], [0, 0]);
    assert.equal(again.arrived[0]?.values, replaced.get(standIn), "the page has them from now on");
  });

  it("are not sent again where another part of the figure changes", async () => {
    const way = new Way();
    const y = list(wave);
    const first = await way.send(line(`"y": ${y}`));
    const second = await way.send(line(`"y": ${y}`, `, "layout": {"title": {"text": "New"}}`));
    assert.equal(way.bytes, 0);
    assert.equal(second.arrived[0]?.values, first.arrived[0]?.values);
    assert.ok(way.page.lineOf(second.arrived[0]?.values));
    const third = await way.send(line(`"y": ${list((index) => wave(index) + 1)}`));
    assert.notEqual(third.arrived[0]?.values, first.arrived[0]?.values);
    assert.notDeepEqual(third.arrived[0]?.values, first.arrived[0]?.values, "no stand-in is like another");
  });

  it("are whole where a trace is no plain line as far as its text tells", async () => {
    const y = list(wave);
    for (const text of [
      line(`"y": ${y}`).replace("lines", "markers"),
      line(`"y": ${y}, "error_y": {"array": ${y}}`),
      line(`"y": ${y}, "line": {"shape": "spline"}`),
      line(`"y": ${y}, "x": ["2024-01-01"]`),
      line(`"y": ${y}, "x": ${list((index) => index % 7)}`),
      line(`"y": ${y}, "transforms": []`),
      line(`"y": ${y}, "xsrc": "me:1:abc"`),
      line(`"y": ${y}`, `, "layout": {"xaxis": {"type": "date"}}`),
      line(`"y": ${y}`, `, "layout": {"template": {"data": {"scatter": [{"mode": "markers"}]}}}`),
      line(`"y": ${y}`, `, "frames": [{"data": []}]`),
      `{"data": [{"type": "bar", "y": ${y}}]}`,
      line(`"y": ${list(wave, 50_000)}`),
      `{"data": [{"y": ${y}}, {"y": ${y}, "x": ${list((index) => index)}}]}`,
    ]) {
      const way = new Way();
      const { lines, arrived, values } = await way.send(text);
      assert.equal(lines.length, 0, text.slice(-80));
      assert.deepEqual(
        arrived.map((column) => column.values),
        values,
      );
    }
  });

  it("begin anew with the page, and tell of a line that is gone", async () => {
    const way = new Way();
    const text = line(`"y": ${list(wave)}`);
    const { arrived } = await way.send(text);
    const partial = way.page.lineOf(arrived[0]?.values);
    way.host.forget();
    await way.send(text);
    assert.ok(way.bytes > 0);
    await way.send(line(`"y": [1]`));
    await assert.rejects(partial?.fetch() ?? Promise.resolve(), /has changed/);
  });
});
