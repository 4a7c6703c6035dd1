import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { figureCodeInSteps } from "../../../../src/figure/code/figureCode.ts";
import { scales } from "../../../../src/figure/code/python/scales.ts";
import { templateName } from "../../../../src/figure/code/python/templates.ts";
import type { Figure, JsonObject } from "../../../../src/figure/model/figure.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { traceTypes } from "../../../../src/figure/schema/traceTypes.ts";
import { className } from "../../../../src/figure/code/python/pythonFigure.ts";

const python = (figure: Partial<Figure>): string => finished(figureCodeInSteps(figure as Figure, "python"));
const ofTrace = (trace: JsonObject): string => python({ data: [trace] });

describe("The form of Python", () => {
  it("joins the way to a single leaf with underscores, except through what carries a number", () => {
    const layout = {
      xaxis: { title: { font: { size: 3 } } },
      yaxis2: { title: { text: "a" } },
      meta: { a: { b: 1 } },
      legend: {},
    };
    ok(
      python({ data: [], layout }).includes(
        [
          "fig.update_layout(",
          "    xaxis_title_font_size=3,",
          '    yaxis2=dict(title_text="a"),',
          '    meta={"a": {"b": 1}},',
          "    legend=dict(),",
          ")",
        ].join("\n"),
      ),
    );
  });

  it("breaks lines as black does, and fills them with numbers", () => {
    const y = Array.from({ length: 100 }, (_, index) => index * 1000);
    const lines = ofTrace({ type: "bar", y }).split("\n");
    ok(lines.every((line) => line.length <= 88));
    equal(lines[5], "        y=[");
    match(lines[6] ?? "", /^ {12}0, 1000, 2000, /);
    match(lines.at(-3) ?? "", /^fig\.layout\.template = None/);
  });

  it("writes the colours of scales that plotly.py has other colours for, which are those of the engine", () => {
    const source = readFileSync(
      new URL("../../../../node_modules/plotly.js/src/components/colorscale/scales.js", import.meta.url),
      "utf8",
    );
    for (const [name, scale] of Object.entries(scales)) {
      const [, written = ""] = new RegExp(`\\b${name}: \\[([^;]*?)\\n {4}\\]`).exec(source) ?? [];
      deepEqual(JSON.parse(`[${written.replaceAll("'", '"')}]`), scale, name);
      match(ofTrace({ type: "heatmap", colorscale: name }), /colorscale=\[/);
    }
    match(ofTrace({ type: "heatmap", colorscale: "Viridis" }), /colorscale="Viridis"/);
    match(ofTrace({ type: "heatmap", colorscale: "constructor" }), /^import plotly\.io as pio/);
  });

  it("names plotly.py's own templates, whichever maps they are for, and leaves out the one that it gives anyway", () => {
    const none = { data: { scatter: [{ type: "scatter" }] } };
    equal(templateName(none), "none");
    const map = { data: { ...none.data, scattermapbox: [{ type: "scattermapbox" }] } };
    equal(templateName(map), undefined, "it is not as plotly.py ever had it");
    match(python({ data: [], layout: { template: none } }), /fig\.update_layout\(template="none"\)/);
    const own = { layout: { font: { size: 20 } } };
    match(
      python({ data: [], layout: { template: own } }),
      /fig\.layout\.template = \{"layout": \{"font": \{"size": 20\}\}\}/,
    );
  });

  it("knows the class of every type of trace", () => {
    for (const type of traceTypes) match(ofTrace({ type }), new RegExp(`go\\.${className(type)}\\(\\)`));
    equal(className("histogram2dcontour"), "Histogram2dContour");
  });

  for (const [what, trace, place] of [
    ["an attribute that there is not", { type: "bar", bars: 1 }, "data[0].bars"],
    ["a type of old", { type: "heatmapgl" }, "data[0]"],
    ["a reference", { xsrc: "me:1:abc" }, "data[0].xsrc"],
    ["a number as text", { marker: { size: "3" } }, "data[0].marker.size"],
    ["a number out of its limits", { opacity: 2 }, "data[0].opacity"],
    ["a colour that only Plotly.js reads", { fillcolor: "rgb(1 2 3)" }, "data[0].fillcolor"],
    ["a dash of words", { line: { dash: "long" } }, "data[0].line.dash"],
    ["a gap among sizes", { marker: { size: [1, null] } }, "data[0].marker.size"],
  ] as const) {
    it(`is a dict where graph objects refuse ${what}, and says where`, () => {
      const code = ofTrace(trace);
      ok(code.includes(`# Graph objects refuse ${place}. A dict keeps everything.\nfig = {`), code);
      match(code, /\npio\.show\(fig, validate=False\)\n$/);
    });
  }

  it("pauses while it writes a large figure", () => {
    const y = Array.from({ length: 40_000 }, (_, index) => index / 7);
    for (const language of ["python", "javascript", "r"] as const) {
      let pauses = 0;
      const steps = figureCodeInSteps({ data: [{ y, z: [y, y] }] }, language);
      while (steps.next().done !== true) pauses++;
      ok(pauses > 40, `${language}: ${pauses}`);
    }
  });
});
