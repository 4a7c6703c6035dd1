import assert from "node:assert/strict";
import { readFigure } from "../../../../webview/reading/readFigure.ts";
import { bytes } from "../support.ts";

describe("Reading a figure for drawing", () => {
  it("decodes base64 once, so that Plotly need not at each drawing", () => {
    const bdata = Buffer.from(new Float64Array([1, 2, 3, 4]).buffer).toString("base64");
    const { figure } = readFigure(bytes({ data: [{ z: { dtype: "f8", bdata, shape: "2, 2" } }] }), undefined);
    assert.deepEqual(figure.data[0]?.["z"], [new Float64Array([1, 2]), new Float64Array([3, 4])]);
  });

  it("says which base64 cannot be read and draws the rest", () => {
    const { figure, notes } = readFigure(bytes({ data: [{ x: { dtype: "i8", bdata: "AAAA" }, y: [1] }] }), undefined);
    assert.deepEqual(figure.data[0], { x: [], y: [1] });
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? "", /i8/);
  });

  it("fills columns in from the grids that came with it", () => {
    const grids = { "ada:1": { cols: { time: { uid: "abcdef", order: 0, data: [1, 2] } } } };
    const { figure, notes } = readFigure(bytes({ data: [{ xsrc: "ada:1:abcdef" }] }), bytes(grids));
    assert.deepEqual(figure.data[0]?.["x"], [1, 2]);
    assert.deepEqual(notes, []);
  });

  it("says that a column could not be read", () => {
    const { notes } = readFigure(bytes({ data: [{ xsrc: "ada:1:abcdef" }] }), bytes({}));
    assert.deepEqual(notes, ["A column that the figure refers to could not be read, so its trace may be incomplete."]);
  });

  it("brings a figure of an older Plotly up to date and says so", () => {
    const { figure, notes } = readFigure(bytes({ data: [], layout: { title: "Old" } }), undefined);
    assert.deepEqual(figure.layout["title"], { text: "Old" });
    assert.ok(notes.length > 0);
  });

  it("takes an array of traces alone", () => {
    assert.deepEqual(readFigure(bytes([{ y: [1] }]), undefined).figure.data, [{ y: [1] }]);
  });

  for (const [what, text, sentence] of [
    ["what is not JSON", "{", /not JSON/],
    ["what is no object", "3", /no figure/],
    ["data that is no array", `{"data": {}}`, /"data" must be an array of traces; here it is an object/],
    ["a trace that is no object", `{"data": [{}, null]}`, /data\[1\] .* null/],
  ] as const) {
    it(`refuses ${what} with a sentence`, () => {
      assert.throws(() => readFigure(bytes(text), undefined), { name: "FigureError", message: sentence });
    });
  }
});
