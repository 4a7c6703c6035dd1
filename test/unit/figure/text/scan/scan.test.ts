import assert from "node:assert/strict";
import * as fc from "fast-check";
import { elementKinds } from "../../../../../src/figure/text/source/elementKinds.ts";
import { type Figure } from "../../../../../src/figure/model/figure.ts";
import { formatPath } from "../../../../../src/figure/model/path.ts";
import type { Outline } from "../../../../../src/figure/text/outline/outline.ts";
import type { Span } from "../../../../../src/figure/model/span.ts";
import { rescanFigure, scanFigure, scanFigureBytes } from "../../../../../src/figure/text/scan/scan.ts";

/** Paths and counts of the arrays found: `data[0].x` → 3. */
function arraysOf(text: string): { [path: string]: number | undefined } {
  return Object.fromEntries(scanFigure(text).arrays.map(({ path, length }) => [formatPath(path), length]));
}

function referencesOf(text: string): { [path: string]: string | undefined } {
  return Object.fromEntries(scanFigure(text).references.map((found) => [formatPath(found.path), found.text]));
}

describe("the outline of a figure", () => {
  it("finds arrays of data at any depth of a trace, with their exact places", () => {
    const text = '{"data": [{"x": [1, 2.5, -3e10], "marker": {"color": [ "red" ], "line": {"width": []}}}]}';
    const outline = scanFigure(text);
    assert.deepEqual(outline.syntax, []);
    assert.deepEqual(arraysOf(text), { "data[0].x": 3, "data[0].marker.color": 1, "data[0].marker.line.width": 0 });
    const [x] = outline.arrays;
    assert.equal(x && slice(text, x.key), '"x"');
    assert.equal(x && slice(text, x.value), "[1, 2.5, -3e10]");
    assert.equal(x?.encoding, "json");
  });

  it("counts the rows of a table of numbers, as one array", () => {
    assert.deepEqual(arraysOf('{"data":[{"type":"heatmap","z":[[1,2,3],[4,5,6],[],[null]]}]}'), { "data[0].z": 4 });
  });

  it("tells what arrays hold, how deep they nest and how long each dimension is", () => {
    const said = (value: string) => {
      const { arrays } = scanFigure(`{"data":[{"type":"heatmap","z":${value}}]}`);
      const [z] = arrays;
      return z && [elementKinds(z.kinds).join(" "), z.nesting, z.shape];
    };
    assert.deepEqual(said("[]"), ["", 1, [0]]);
    assert.deepEqual(said("[1, -2.5e3, 0]"), ["number", 1, [3]]);
    assert.deepEqual(said('[1, null, "a", true]'), ["number string boolean null", 1, [4]]);
    assert.deepEqual(said("[false]"), ["boolean", 1, [1]]);
    assert.deepEqual(said('[{"a": ["b", [1]]}, 2]'), ["number object", 1, [2]]);
    assert.deepEqual(said("[[1, 2, 3], [4, null, 6]]"), ["number null", 2, [2, 3]]);
    assert.deepEqual(said("[[1, 2], [3]]"), ["number", 2, undefined]);
    assert.deepEqual(said("[[1, 2], 3]"), ["number", 2, undefined]);
    assert.deepEqual(said("[[], []]"), ["", 2, [2, 0]]);
    assert.deepEqual(said("[[], [1]]"), ["number", 2, undefined]);
    assert.deepEqual(said("[[[1,2,3],[4,5,6]],[[7,8,9],[0,1,2]]]"), ["number", 3, [2, 2, 3]]);
    assert.deepEqual(said("[[[1,2,3]],[[7,8,9],[0,1,2]]]"), ["number", 3, undefined]);
    assert.deepEqual(said("[[[[1]]]]"), ["number", 4, undefined]);
    const long = Array.from({ length: 40 }, () => Array.from({ length: 5_000 }, (_, n) => n / 7));
    assert.deepEqual(said(JSON.stringify(long)), ["number", 2, [40, 5_000]]);
    long[20]?.push(1);
    assert.deepEqual(said(JSON.stringify(long, null, 1)), ["number", 2, undefined]);
    assert.deepEqual(said('{"dtype":"f4","bdata":"AAAAAAAAAAA=","shape":"1, 2"}'), ["number", 2, [1, 2]]);
    assert.deepEqual(said('{"dtype":"i1","bdata":""}'), ["", 1, [0]]);
    assert.deepEqual(said('{"dtype":"i8","bdata":"AA=="}'), ["number", 1, undefined]);
  });

  it("takes a trace for what its type says, wherever the type stands", () => {
    assert.deepEqual(arraysOf('{"data":[{"z":[1],"x":[1],"type":"heatmap"}]}'), { "data[0].z": 1, "data[0].x": 1 });
    assert.deepEqual(arraysOf('{"data":[{"type":"scatter","z":[1],"x":[1]}]}'), { "data[0].x": 1 });
    assert.deepEqual(arraysOf('{"data":[{"z":[1],"x":[1]}]}'), { "data[0].x": 1 });
    assert.deepEqual(arraysOf('{"data":[{"type":"scatter","z":[1],"type":"heatmap"}]}'), { "data[0].z": 1 });
  });

  it("leaves lists alone that are no data", () => {
    const text = JSON.stringify({
      data: [
        { type: "heatmap", colorscale: [[0, "red"]], selectedpoints: [1], xaxis: ["x"] },
        { type: "choropleth", geojson: { features: [{ geometry: { coordinates: [[[1, 2]]] } }] } },
        { type: "indicator", domain: { x: [0, 1] } },
      ],
      layout: {
        xaxis: { range: [0, 1], tickvals: [1, 2] },
        colorway: ["red"],
        template: { data: { bar: [{ x: [1] }] }, layout: { xaxis: { tickvals: [1] } } },
        updatemenus: [{ buttons: [{ args: [{ x: [[1]] }] }] }],
      },
      config: { modeBarButtonsToRemove: ["zoom2d"] },
    });
    assert.deepEqual(arraysOf(text), { "layout.xaxis.tickvals": 2 });
  });

  it("finds data in object arrays and in layouts", () => {
    const text = JSON.stringify({
      data: [
        { type: "splom", dimensions: [{ label: "a" }, { values: [1, 2] }] },
        { type: "scatter", transforms: [{ type: "filter", target: [1] }] },
      ],
      layout: { meta: ["a"], xaxis2: { ticktext: ["a", "b"] }, map2: {} },
    });
    assert.deepEqual(arraysOf(text), {
      "data[0].dimensions[1].values": 2,
      "data[1].transforms[0].target": 1,
      "layout.meta": 1,
      "layout.xaxis2.ticktext": 2,
    });
  });

  it("takes a frame's trace for the trace it changes", () => {
    const frames = [
      { data: [{ z: [1] }, { z: [1, 2] }] },
      { data: [{ z: [1, 2, 3] }], traces: [1], layout: { meta: [1] } },
      { data: [{ z: [1], type: "surface" }] },
    ];
    const text = JSON.stringify({ frames, data: [{ type: "scatter" }, { type: "heatmap" }] });
    assert.deepEqual(arraysOf(text), {
      "frames[0].data[1].z": 2,
      "frames[1].data[0].z": 3,
      "frames[1].layout.meta": 1,
      "frames[2].data[0].z": 1,
    });
    const outline = scanFigure(text);
    assert.equal(outline.frameCount, 3);
    assert.deepEqual(
      outline.traces.map(({ path, type, drawnAs }) => [formatPath(path), type, drawnAs]),
      [
        ["frames[0].data[0]", undefined, "scatter"],
        ["frames[0].data[1]", undefined, "heatmap"],
        ["frames[1].data[0]", undefined, "heatmap"],
        ["frames[2].data[0]", "surface", "surface"],
        ["data[0]", "scatter", "scatter"],
        ["data[1]", "heatmap", "heatmap"],
      ],
    );
  });

  it("finds typed arrays in base64 and counts them without decoding", () => {
    const bdata = Buffer.from(new Float64Array([1, 2, 3]).buffer).toString("base64");
    const bytes = Buffer.from([1, 2, 3, 4, 5]).toString("base64");
    const text = JSON.stringify({
      data: [
        { x: { dtype: "f8", bdata }, y: { bdata: bytes, dtype: "u1" }, ids: { dtype: "i8", bdata } },
        {
          type: "heatmap",
          z: { dtype: "f4", bdata, shape: "3, 2" },
          x: { bdata: "AA==" },
          y: { dtype: "i1", bdata: "" },
        },
      ],
    });
    assert.deepEqual(arraysOf(text), {
      "data[0].x": 3,
      "data[0].y": 5,
      "data[0].ids": undefined,
      "data[1].z": 3,
      "data[1].y": 0,
    });
    assert.ok(scanFigure(text).arrays.every(({ encoding }) => encoding === "base64"));
  });

  it("counts base64 however its signs are escaped, in texts, bytes, and after an edit", () => {
    const count = fc.oneof(fc.nat({ max: 40 }), fc.integer({ min: 3000, max: 9000 }));
    const writers = fc.constantFrom<(sign: string) => string>(
      (sign) => (sign === "/" ? String.raw`\/` : sign),
      (sign) => (sign === "/" ? String.raw`\u002f` : sign),
      (sign) => (/[+/=]/.test(sign) ? `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}` : sign),
      (sign) => (/[+/=<>&']/.test(sign) ? `\\u00${sign.charCodeAt(0).toString(16)}` : sign),
      (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
    );
    fc.assert(
      fc.property(count, fc.nat(), writers, fc.boolean(), (length, seed, write, atEnd) => {
        const bytes = Uint8Array.from({ length }, (_, n) => (atEnd && n < length - 20 ? 0 : (seed + n * 251) % 256));
        const bdata = Buffer.from(bytes).toString("base64").replaceAll(/./g, write);
        const text = `{"data":[{"y":[1],"x":{"dtype":"u1","bdata":"${bdata}"},"ids":{"bdata":"${bdata}","dtype":"i1"}}]}`;
        assert.equal((JSON.parse(text) as Figure).data[0]?.["x"] !== undefined, true);
        const lengths = (outline: Outline) => outline.arrays.map((array) => array.length);
        const outline = scanFigure(text);
        assert.deepEqual(lengths(outline), [1, length, length]);
        assert.deepEqual(lengths(scanFigureBytes(Buffer.from(text))), [1, length, length]);
        const change = { rangeOffset: text.indexOf("1]"), rangeLength: 1, text: "2,3" };
        const edited = text.replace("[1]", "[2,3]");
        assert.deepEqual(lengths(rescanFigure(outline, edited, [[change]])), [2, length, length]);
      }),
      { numRuns: 60 },
    );
  });

  it("finds references, with the partner before or behind them", () => {
    const text = '{"data":[{"x":[1],"xsrc":"a:1:b","ysrc":"a:1:c","y":[2],"marker":{"colorsrc":"a:1:d"}}]}';
    assert.deepEqual(referencesOf(text), {
      "data[0].xsrc": "a:1:b",
      "data[0].ysrc": "a:1:c",
      "data[0].marker.colorsrc": "a:1:d",
    });
    const [x, y, color] = scanFigure(text).references;
    assert.equal(x?.partner && slice(text, x.partner), '"x"');
    assert.equal(y?.partner && slice(text, y.partner), '"y"');
    assert.equal(color?.partner, undefined);
    assert.equal(color && slice(text, color.value), '"a:1:d"');
  });

  it("tells a reference from a key that happens to end alike", () => {
    const text = JSON.stringify({
      data: [{ foosrc: "a:1:b", imgsrc: "https://example.org/a.png", xsrc: null, zsrc: "a:1:c", src: "a:1:d" }],
      layout: { images: [{ source: "a:1:b" }], annotations: [{ textsrc: "a:1:e" }], xaxis: { tickvalssrc: "a:1:f" } },
    });
    assert.deepEqual(referencesOf(text), {
      "data[0].foosrc": "a:1:b",
      "data[0].xsrc": undefined,
      "data[0].zsrc": "a:1:c",
      "layout.annotations[0].textsrc": "a:1:e",
      "layout.xaxis.tickvalssrc": "a:1:f",
    });
    const takes = scanFigure(text).references.map(({ takesData }) => takesData);
    assert.deepEqual(takes, [false, true, false, false, true]);
  });

  it("sees neither references nor data within data", () => {
    const text = '{"data":[{"customdata":[{"xsrc":"a:1:b"}],"meta":{"columnNames":{"xsrc":"a:1:b"}}}]}';
    assert.deepEqual(referencesOf(text), {});
    assert.deepEqual(arraysOf(text), { "data[0].customdata": 1 });
  });

  it("reads keys and texts through their escapes", () => {
    const text = String.raw`{"d\u0061ta":[{"t\u0079pe":"b\u0061r","\u0078":[1],"\u0078sr\u0063":"a\u003a1:b","name":"\u00e9\n"}]}`;
    const { traces, references, arrays } = scanFigure(text);
    assert.equal(traces[0]?.type, "bar");
    assert.equal(traces[0].name, "é\n");
    assert.equal(references[0]?.text, "a:1:b");
    assert.equal(references[0].partner && slice(text, references[0].partner), String.raw`"\u0078"`);
    assert.equal(arrays.length, 1);
  });

  it("keeps what JSON keeps where a key is written twice", () => {
    const text =
      '{"data":[{"x":[1]}],"layout":{"meta":[1]},"data":[{"y":[1],"y":[1,2],"marker":{"size":[1]},"marker":{"color":[1]},' +
      '"name":"a","name":"b"}]}';
    assert.deepEqual(arraysOf(text), { "layout.meta": 1, "data[0].y": 2, "data[0].marker.color": 1 });
    const { traces, members } = scanFigure(text);
    assert.deepEqual(
      traces.map(({ name }) => name),
      ["b"],
    );
    assert.equal(members.get("data")?.key.start, text.lastIndexOf('"data"'));
  });

  it("tells the root and its members", () => {
    const outline = scanFigure(' {"data": [], "layout": {"a": 1}, "version": 3, "note": null} ');
    assert.equal(outline.root, "object");
    assert.deepEqual(outline.rootSpan, { start: 1, end: outline.length - 1 });
    assert.deepEqual(
      [...outline.members].map(([key, { kind }]) => [key, kind]),
      [
        ["data", "array"],
        ["layout", "object"],
        ["version", "number"],
        ["note", "null"],
      ],
    );
    assert.equal(scanFigure("[1]").root, "array");
    assert.equal(scanFigure("true").root, "scalar");
    assert.equal(scanFigure("").root, "none");
  });

  it("lets a byte order mark and Windows line ends pass", () => {
    const text = '\ufeff{\r\n\t"data": [\r\n{"x": [1,\r\n2]}\r\n]}\r\n';
    assert.deepEqual(scanFigure(text).syntax, []);
    assert.deepEqual(arraysOf(text), { "data[0].x": 2 });
  });

  it("counts arrays of any length, whatever alphabet stands around and in them", () => {
    for (const name of ["plain", "naïve", "日本語"]) {
      const x = Array.from({ length: 30_000 }, (_, n) => (n % 7 === 0 ? null : n / 3 - 1e4));
      const text = Array.from({ length: 9_000 }, (_, n) => `${name} ${n} "${"\\".repeat(n % 3)}"`);
      const ids = ["long ".repeat(10_000), "b", name.repeat(9_000), 1, true, [2], { a: 1 }];
      const figure = JSON.stringify({ data: [{ name, x, text, ids, customdata: [x, x] }] }, null, name.length % 2);
      assert.deepEqual(scanFigure(figure).syntax, []);
      assert.deepEqual(arraysOf(figure), {
        "data[0].x": 30_000,
        "data[0].text": 9_000,
        "data[0].ids": 7,
        "data[0].customdata": 2,
      });
    }
    const digits = `{"data":[{"x":[1,${"7".repeat(40_000)},${" ".repeat(40_000)}3]}]}`;
    assert.deepEqual(arraysOf(digits), { "data[0].x": 3 });
    assert.deepEqual(scanFigure(digits).syntax, []);
  });

  it("follows nesting of any depth", () => {
    const deep = 200_000;
    const text = `{"data":[{"x":${"[".repeat(deep)}${"]".repeat(deep)},"a":${'{"a":'.repeat(deep)}1${"}".repeat(deep)}}]}`;
    assert.deepEqual(scanFigure(text).syntax, []);
    assert.deepEqual(arraysOf(text), { "data[0].x": 1 });
    assert.equal(scanFigure("[".repeat(deep)).syntax.length, 1);
  });
});

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
