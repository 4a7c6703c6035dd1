import assert from "node:assert/strict";
import type { SplitColumn } from "../../../../src/figure/data/split/splitFigure.ts";
import type { FigureProblem } from "../../../../src/figure/model/problem.ts";
import {
  brokenMessage,
  figureMessage as messageOf,
  type VersionFacts,
} from "../../../../src/workbench/figureEditor/pageMessages.ts";
import { PageColumns } from "../../../../src/workbench/pageColumns/pageColumns.ts";
import type { Drawing, FigureSource } from "../../../../src/workbench/figureSources/figureSource.ts";

const facts = { version: 3, notice: undefined, news: undefined, thumbnail: false };

const figureMessage = (drawing: Drawing, told: VersionFacts) => messageOf(drawing, told, new PageColumns());

describe("What a preview sends to its page", () => {
  it("is the bytes of the figure and no others of their buffer", () => {
    const buffer = Uint8Array.of(9, 1, 2, 9);
    const { figure } = figureMessage({ figure: buffer.subarray(1, 3), grids: undefined, notice: undefined }, facts);
    assert.deepEqual(new Uint8Array(figure), Uint8Array.of(1, 2));
    const whole = figureMessage({ figure: buffer, grids: buffer, notice: undefined }, facts);
    assert.equal(whole.figure, buffer.buffer, "nothing is copied where nothing need be");
    assert.equal(whole.grids, buffer.buffer);
  });

  it("leaves out what there is not", () => {
    const figure = new Uint8Array(1);
    assert.deepEqual(figureMessage({ figure, grids: undefined, notice: undefined }, facts), {
      type: "figure",
      version: 3,
      figure: figure.buffer,
      thumbnail: false,
    });
    const message = figureMessage(
      { figure, grids: undefined, notice: undefined, path: ["data", 0] },
      { ...facts, news: "Redrawn.", notice: "Gone.", writtenFor: "before-4" },
    );
    assert.deepEqual(message.path, ["data", 0]);
    assert.deepEqual([message.news, message.notice, message.writtenFor], ["Redrawn.", "Gone.", "before-4"]);
  });

  it("is each column once, as long as the page has it", () => {
    const sent = new PageColumns();
    const column = (key: string, name: string, values: Int8Array | Float64Array): SplitColumn => ({
      path: ["data", 0, name],
      shape: [values.length],
      values,
      key,
    });
    const [one, two] = [Int8Array.of(1, 2), Float64Array.of(0, 1, 2).subarray(1)];
    const send = (...columns: SplitColumn[]) =>
      messageOf({ figure: new Uint8Array(1), columns, grids: undefined, notice: undefined }, facts, sent).columns;
    assert.deepEqual(send(column("a", "x", one), column("b", "y", two), column("a", "z", one)), [
      { id: 1, path: ["data", 0, "x"], dtype: "i1", shape: [2], bytes: one.buffer },
      { id: 2, path: ["data", 0, "y"], dtype: "f8", shape: [2], bytes: two.slice().buffer },
      { id: 1, path: ["data", 0, "z"], dtype: "i1", shape: [2] },
    ]);
    assert.deepEqual(send(column("b", "x", two)), [{ id: 2, path: ["data", 0, "x"], dtype: "f8", shape: [2] }]);
    assert.equal(send(column("a", "x", one))?.[0]?.bytes, one.buffer, "it was not in the version before");
    sent.forget();
    assert.equal(send(column("a", "x", one))?.[0]?.bytes, one.buffer);
  });

  it("names the line where a text is broken, unless it is all of it", () => {
    const source = { lineOf: () => 7 } as unknown as FigureSource;
    const problem = (code: string) =>
      ({ code, message: "It is broken.", severity: "error", span: { start: 0, end: 1 } }) as FigureProblem;
    const message = brokenMessage(source, 3, problem("syntax"), undefined);
    assert.deepEqual(message, { type: "broken", version: 3, message: "Line 7: It is broken.", place: true });
    assert.equal(brokenMessage(source, 3, problem("empty"), undefined).message, "It is broken.");
    const packed = brokenMessage(source, 3, problem("not-json"), "gzip");
    assert.equal(packed.place, false, "bytes have no place in a text");
    assert.equal(packed.action?.id, "unpack");
  });
});
