import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { splitFigure } from "../../../../src/figure/data/split/splitFigure.ts";
import type { FigureColumn } from "../../../../src/protocol.ts";
import { scanFigureBytes } from "../../../../src/figure/text/scan/scan.ts";
import { SentColumns } from "../../../../src/workbench/pageColumns/sentColumns.ts";
import { ArrivedColumns } from "../../../../webview/reading/arrivedColumns.ts";
import { readFigure } from "../../../../webview/reading/readFigure.ts";
import { bytes } from "../support.ts";

const limits = { each: 0, all: 0 };
const none = () => Promise.reject(new Error("none"));
const nobody = { view: none, nearest: none, whole: none, pointAgain: () => undefined };
const numbers = Array.from({ length: 12 }, (_, index) => (index === 5 ? null : index / 2));
const rows = [numbers, numbers.toReversed(), numbers];

/** Figures in which what is old is told by the data, or changes it. */
const older = [
  { data: [{ type: "heatmapgl", x: numbers, y: [1, 2, 3], z: rows }] },
  { data: [{ type: "heatmapgl", z: rows }], layout: { xaxis: {} } },
  { data: [{ type: "pointcloud", xy: [1, 2, 3, 4], x: [1, 2] }] },
  { data: [{ type: "pointcloud", x: numbers, y: numbers }] },
  { data: [{ type: "bar", bardir: "h", x: numbers, y: [1, 2, 3], error_y: { array: [1, 2, 3] } }] },
  { data: [{ r: numbers, t: numbers }], layout: { orientation: 90 } },
  { data: [{ type: "area", r: numbers, t: numbers }] },
  { data: [{ x: numbers, y: numbers, transforms: [{ type: "filter", target: "y", operation: ">", value: 2 }] }] },
  { data: [{ x: numbers, y: numbers, transforms: [{ type: "sort", target: numbers.toReversed() }] }] },
  {
    data: [{ x: numbers, y: numbers, transforms: [{ type: "groupby", groups: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2] }] }],
  },
  {
    data: [
      { uid: "one", x: numbers, y: numbers },
      {
        transforms: [{ type: "fit", inputUid: "one", fitfunction: "m*x", parameters: [{ name: "m", value: 2 }] }],
      },
    ],
  },
  {
    data: [{ x: numbers, y: numbers, marker: { color: [1, 2, 3], colorbar: { title: "old" } } }],
    layout: { title: "Old" },
  },
  { data: [{ type: "surface", z: rows, zmin: 1 }], layout: { title: "Old" } },
  { data: [{ type: "scattermapbox", lat: numbers, lon: numbers }] },
  { data: [{}], frames: [{ data: [{ y: numbers, error_y: { opacity: 0.5, array: [1, 2] } }] }] },
  { data: [{ type: "splom", dimensions: [{ values: numbers }, { values: [1, 2, 3] }] }], layout: { title: "Old" } },
];

/** What both ways must agree on: a typed array is the list of its numbers, NaN is null. */
function plain(value: unknown): unknown {
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (ArrayBuffer.isView(value) || Array.isArray(value))
    return Array.from(value as unknown as ArrayLike<unknown>, plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/** Sends the figure as the host does. */
function sent(text: Uint8Array<ArrayBuffer>, to = new SentColumns()) {
  const outline = scanFigureBytes(text);
  const parts = splitFigure(text, outline, limits);
  return { path: outline.within?.path, skeleton: parts?.skeleton ?? text, columns: to.next(parts?.columns ?? []) };
}

function read(text: Uint8Array<ArrayBuffer>) {
  const { path, skeleton, columns } = sent(text);
  const arrived = new ArrivedColumns(nobody).take(columns);
  assert.ok(arrived);
  return { ...readFigure(skeleton, undefined, path, {}, arrived), count: columns.length };
}

describe("A figure whose arrays come beside its text", () => {
  it("is the figure that its text alone makes, brought up to date too", () => {
    let count = 0;
    for (const figure of older) {
      const text = bytes(figure);
      const { count: some, ...now } = read(text);
      count += some;
      assert.deepEqual(plain(now), plain(readFigure(text, undefined)), JSON.stringify(figure));
    }
    assert.ok(count > 10, String(count));
  });

  it("is the same for figures of many writers", () => {
    const folder = new URL("../../../fixtures", import.meta.url);
    let count = 0;
    for (const file of globSync("**/*.{json,plotly}", { cwd: folder })) {
      const text = new Uint8Array(readFileSync(new URL(`fixtures/${file}`, new URL(".", folder))));
      const outline = scanFigureBytes(text);
      if (outline.syntax.length > 0) continue;
      let whole;
      try {
        whole = readFigure(text, undefined, outline.within?.path);
      } catch {
        continue;
      }
      const { count: some, ...now } = read(text);
      count += some;
      assert.deepEqual(plain(now), plain(whole), file);
    }
    assert.ok(count > 50, String(count));
  });

  it("has the same arrays again where a version did not change them", () => {
    const [host, page] = [new SentColumns(), new ArrivedColumns(nobody)];
    const draw = (figure: unknown) => {
      const { skeleton, columns } = sent(bytes(figure), host);
      const arrived = page.take(columns);
      assert.ok(arrived);
      const { data } = readFigure(skeleton, undefined, [], {}, arrived).figure;
      return { trace: data[0] ?? {}, came: columns.filter((column) => column.bytes !== undefined).length };
    };
    const first = draw({ data: [{ x: numbers, y: [1, 2, 3] }] });
    const second = draw({ data: [{ x: numbers, y: [1, 2, 4] }], layout: { title: { text: "New" } } });
    assert.deepEqual([first.came, second.came], [2, 1]);
    assert.equal(second.trace["x"], first.trace["x"]);
    assert.deepEqual(second.trace["y"], Int8Array.of(1, 2, 4));
  });

  it("is asked for anew where a column is missing", () => {
    const columns: FigureColumn[] = [{ id: 7, path: ["data", 0, "x"], dtype: "i1", shape: [1] }];
    assert.equal(new ArrivedColumns(nobody).take(columns), undefined);
  });
});
