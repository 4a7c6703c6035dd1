import assert from "node:assert/strict";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";
import type { Figure, Json } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";
import { editedValue } from "./editedValue.ts";
import { edited } from "./support.ts";

const older: Json = {
  data: [
    {
      type: "surface",
      z: [[1]],
      zmin: 0,
      zauto: false,
      scl: "Jet",
      colorbar: { title: "C", titleside: "right", titlefont: { size: 3 } },
      contours: { x: { highlightColor: "red" } },
    },
    { type: "pie", labels: ["a"], values: [1], title: "P", titlefont: { color: "red" }, titleposition: "top left" },
    { type: "carpet", a: [1], b: [1], y: [1], aaxis: { title: "A", titlefont: { size: 1 }, titleoffset: 3 } },
    { type: "scatter", y: [1], textposition: "top" },
  ],
  layout: {
    title: "T",
    titlefont: { size: 9 },
    xaxis: { title: "X", isdate: true, rangeslider: true, autotick: false },
    yaxis: { title: 5, autorange: "tozero" },
    legend: { x: 100 },
    annotations: [{ ref: "paper", text: "a" }],
    dragmode: "rotate",
    scene: { xaxis: { title: "S", titlefont: { size: 1 } } },
    template: { layout: { xaxis: { titlefont: { size: 2 } } }, data: { pie: [{ titlefont: { size: 3 } }] } },
  },
};

const values: readonly (readonly [path: FigurePath, value: Json])[] = [
  [["data", 0, "cmin"], 5],
  [["data", 0, "cauto"], true],
  [["data", 0, "colorscale"], "Hot"],
  [["data", 0, "colorbar", "title", "text"], "D"],
  [["data", 0, "colorbar", "title", "side"], "top"],
  [["data", 0, "colorbar", "title", "font", "color"], "red"],
  [["data", 0, "contours", "x", "highlightcolor"], "blue"],
  [["data", 1, "title", "text"], "Q"],
  [["data", 1, "title", "font", "size"], 4],
  [["data", 1, "title", "position"], "top right"],
  [["data", 2, "aaxis", "title", "offset"], 5],
  [["data", 2, "aaxis", "title", "font", "size"], 5],
  [["data", 3, "textposition"], "bottom left"],
  [["layout", "title", "text"], "N"],
  [["layout", "title", "font", "size"], 1],
  [["layout", "title", "font", "color"], "red"],
  [["layout", "title", "x"], 0.5],
  [["layout", "title"], { text: "z" }],
  [["layout", "xaxis", "title", "standoff"], 3],
  [["layout", "xaxis", "type"], "log"],
  [["layout", "xaxis", "rangeslider", "thickness"], 0.2],
  [["layout", "xaxis", "tickmode"], "array"],
  [
    ["layout", "xaxis", "range"],
    [1, 2],
  ],
  [["layout", "yaxis", "title", "text"], "v"],
  [["layout", "yaxis", "rangemode"], "nonnegative"],
  [["layout", "legend", "xanchor"], "right"],
  [["layout", "legend", "y"], 1],
  [["layout", "annotations", 0, "xref"], "x"],
  [["layout", "annotations", 0, "x"], 4],
  [["layout", "dragmode"], "pan"],
  [["layout", "scene", "xaxis", "title", "font", "size"], 3],
  [["layout", "template", "layout", "xaxis", "title", "font", "size"], 7],
  [["layout", "template", "data", "pie", 0, "title", "font", "size"], 7],
];

/** The figure as it is drawn. */
const current = (figure: Json): Json =>
  JSON.parse(JSON.stringify(migrateFigure(figure as unknown as Figure).figure)) as Json;

describe("An edit of a figure as older Plotly had it, brought up to date", () => {
  for (const indent of [undefined, 2]) {
    it(`is the edit of the figure that was brought up to date${indent === undefined ? "" : ", with lines"}`, () => {
      const text = JSON.stringify(older, null, indent);
      for (const [path, value] of values) {
        for (const edit of [
          { act: "set", path, value },
          { act: "remove", path },
        ] satisfies FigureEdit[]) {
          const after = JSON.parse(edited(text, [edit])) as Json;
          assert.deepEqual(current(after), editedValue(current(older), [edit]), `${edit.act} ${path.join(".")}`);
        }
      }
    });
  }
});
