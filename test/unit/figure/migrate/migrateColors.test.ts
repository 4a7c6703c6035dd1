import assert from "node:assert/strict";
import type { Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { modernColor } from "../../../../src/figure/colors/olderColor.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";

describe("colours of older Plotly", () => {
  // What Plotly 3 made of each text, as Plotly 4 reads it.
  const cases: readonly [old: string, modern: string][] = [
    ["ff0000", "#ff0000"],
    ["FFF", "#fff"],
    ["rgb(0.5, 0.25, 0)", "rgb(128, 64, 0)"],
    ["rgba(0.5,0.25,0,0.5)", "rgba(128, 64, 0, 0.5)"],
    ["rgb 255 0 0", "rgb(255, 0, 0)"],
    ["rgb (255, 0, 0)", "rgb(255, 0, 0)"],
    ["rgb(100%, 0, 0)", "rgb(255, 0, 0)"],
    ["rgb(255,0,0);", "rgb(255, 0, 0)"],
    ["rgb(0,0,0", "rgb(0, 0, 0)"],
    ["hsv(120, 100%, 100%)", "rgb(0, 255, 0)"],
    ["hsv(120,1,1)", "rgb(0, 255, 0)"],
    ["hsva(120,100%,100%,0.5)", "rgba(0, 255, 0, 0.5)"],
    ["hsl(0, 100, 50)", "rgb(255, 0, 0)"],
    ["hsl(0, 1, 0.5)", "rgb(255, 0, 0)"],
    ["hsla(200, 1.0, 0.5, 0.2)", "rgba(0, 170, 255, 0.2)"],
    ["HSL(200, 100%, 50)", "rgb(0, 170, 255)"],
  ];
  for (const [old, modern] of cases) it(`reads ${old}`, () => assert.equal(modernColor(old), modern));

  it("leaves those that Plotly 4 reads, and what is no colour", () => {
    const texts = [
      "#ff0000",
      "red",
      "transparent",
      "rgb(1, 2, 3)",
      "RGB(1,2,3)",
      "rgb(255 0 0)",
      "rgb(0, 0, 0)",
      "rgba(0,0,0,0.5)",
      "rgb(12.5, 3.2, 7)",
      "rgb(100%, 0%, 0%)",
      "hsl(120, 50%, 30%)",
      "hsla(0, 100%, 50%, 0.3)",
      "Viridis",
      "",
      "rgb(255,,0)",
    ];
    for (const text of texts) {
      assert.equal(modernColor(text), undefined, text);
    }
  });

  function migrated(trace: JsonObject): JsonObject | undefined {
    return migrateFigure({ data: [trace] }).figure.data[0];
  }

  it("reads them wherever a figure has colours", () => {
    const { figure, notes } = migrateFigure({
      data: [
        {
          marker: { color: ["ff0000", "#fff", null], line: { color: "00ff00" } },
          textfont: { color: "hsv(0, 1, 1)" },
          cells: { fill: { color: [["ff0000"], ["white"]] } },
        },
        { type: "pie", marker: { colors: ["ff0000"] } },
        {
          type: "heatmap",
          colorscale: [
            [0, "ff0000"],
            [1, "blue"],
          ],
        },
      ],
      layout: {
        plot_bgcolor: "eeeeee",
        colorway: ["ff0000", "red"],
        colorscale: {
          sequential: [
            [0, "rgb(0.5, 0, 0)"],
            [1, "red"],
          ],
        },
        shapes: [{ fillcolor: "abc" }],
      },
    });
    assert.deepEqual(figure.data, [
      {
        marker: { color: ["#ff0000", "#fff", null], line: { color: "#00ff00" } },
        textfont: { color: "rgb(255, 0, 0)" },
        cells: { fill: { color: [["#ff0000"], ["white"]] } },
      },
      { type: "pie", marker: { colors: ["#ff0000"] } },
      {
        type: "heatmap",
        colorscale: [
          [0, "#ff0000"],
          [1, "blue"],
        ],
      },
    ]);
    assert.deepEqual(figure.layout, {
      plot_bgcolor: "#eeeeee",
      colorway: ["#ff0000", "red"],
      colorscale: {
        sequential: [
          [0, "rgb(128, 0, 0)"],
          [1, "red"],
        ],
      },
      shapes: [{ fillcolor: "#abc" }],
    });
    assert.deepEqual(notes, ["10 colours that Plotly 4 no longer reads were written as it does."]);
  });

  it("takes digits in a list for numbers on a colour scale, as they come from a spreadsheet", () => {
    const numbers: Json = ["100", "123456", "1e3"];
    const trace: JsonObject = { marker: { color: numbers } };
    assert.equal(migrated(trace), trace);
  });

  it("touches no list that holds only colours of today", () => {
    const trace: JsonObject = { marker: { color: ["#fff", "red"] }, text: ["ff0000"], name: "ff0000" };
    assert.equal(migrated(trace), trace);
  });
});
