import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import { formatPath } from "../../../../src/figure/model/path.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { nodeAround, pathOf } from "../../../../src/figure/text/structure/structure.ts";

const directory = new URL("../../../fixtures/cases/", import.meta.url);

/**
 * What is said of each small figure: severity, rule and path, in the order of the text; data in the figure itself aside.
 * Where there is no path, the whole file is meant.
 */
const expected: { readonly [file: string]: readonly string[] } = {
  "01-ggplotly.plotly.json": ["hint leftover layout.font.family", "warning removed-attribute layout.yaxis.title"],
  "02-htmlwidget.plotly.json": [
    "warning wrapped-figure",
    "hint leftover layout.font.family",
    "warning removed-attribute layout.yaxis.title",
  ],
  "03-json-renderer.plotly.json": ['error python-dict ["application/json"]'],
  "03b-print-fig.plotly": ["error python-dict"],
  "04-notebook-output.plotly.json": ["warning wrapped-figure"],
  "04b-whole-notebook.plotly.json": ["warning wrapped-figure"],
  "05-dash-graph.plotly.json": ["warning wrapped-figure"],
  "06-html.plotly": ["error not-json"],
  "06b-gz.plotly.json": ["error not-json"],
  "06c-utf16.plotly.json": ["error not-json"],
  "06d-bom.plotly.json": [],
  "07-nan.plotly.json": [
    "error non-finite-number data[0].y",
    "error non-finite-number data[0].y",
    "error non-finite-number data[0].y",
  ],
  "08-double-encoded.plotly.json": ["warning wrapped-figure"],
  "08b-double-encoded-one-level.plotly.json": ["warning wrapped-figure data"],
  "09-r-boxed.plotly.json": [
    "warning unknown-trace-type data[0].type[0]",
    "warning wrong-value data[0].mode[0]",
    "warning wrong-value data[0].name[0]",
    "warning wrong-value data[0].line.color[0]",
    "warning wrong-value layout.title.text[0]",
    "warning wrong-value layout.showlegend[0]",
    "warning wrong-value layout.xaxis.title[0]",
  ],
  "10-plotlypy-escaped-slash.plotly.json": [],
  "10b-plain-slash.plotly.json": [],
  "10c-late-slash.plotly.json": [],
  "11-plotsjl.plotly.json": [
    "hint first-id data[0].xaxis",
    "hint unknown-attribute data[0].colorbar",
    "warning removed-attribute layout.xaxis1.title",
    "warning removed-attribute layout.xaxis1.titlefont",
    "warning removed-attribute layout.yaxis1.title",
    "warning removed-attribute layout.yaxis1.titlefont",
  ],
  "13-chart-editor.plotly": [
    "hint reference-and-values data[0].xsrc",
    "hint reference-and-values data[0].ysrc",
    "warning removed-attribute layout.xaxis.title",
    "warning removed-attribute layout.yaxis.title",
    "warning removed-attribute layout.title",
    "warning unknown-attribute layout.shapes[0].text",
  ],
  "13b-shape-text.plotly.json": ["warning unknown-attribute layout.shapes[0].text"],
  "14-r-plot_ly.plotly.json": ["hint leftover layout.xaxis.title", "warning removed-attribute data[1].colorbar.title"],
  "15-x1-refs.plotly.json": ["hint first-id data[2].scene"],
  "16-numpy2-dict.plotly": ["error python-dict data"],
  "16b-truncated.plotly": ["error python-dict data"],
  "16c-tuple.plotly": ["error python-dict data"],
  "18-wandb-bar.plotly.json": [],
  "19-px5-overlay.plotly.json": [],
  "19c-px5-timeline.plotly.json": [],
  "19d-new-grouped-stack.plotly.json": [],
  "19e-px5-scatter-marginal.plotly.json": [],
  "20-mapbox-noview.plotly.json": [
    "warning unknown-trace-type data[0].type",
    "warning removed-attribute layout.title",
    "warning removed-attribute layout.mapbox",
  ],
  "21-old-y2.plotly.json": [
    "warning removed-attribute layout.title",
    "warning removed-attribute layout.titlefont",
    "warning removed-attribute layout.yaxis.title",
    "warning removed-attribute layout.yaxis2.title",
  ],
  "22-old-choropleth.plotly.json": [
    "warning removed-attribute data[0].colorbar.title",
    "warning removed-attribute layout.title",
  ],
  "23-mathjax.plotly.json": [],
  "24-heatmap-customdata.plotly.json": [],
  "27-obsidian-yaml.plotly": ["error not-json"],
  "28-js-snippet.plotly": ["error not-json"],
  "34-r-unboxed.plotly.json": [
    "warning wrong-value data[0].x",
    "warning wrong-value data[0].y",
    "warning wrong-value data[1].y",
  ],
  "35-boxed-html.json": ["warning wrapped-figure"],
  "36-frame-null-only.plotly.json": [],
  "37-y2-title.plotly.json": ["hint first-id layout.xaxis.anchor"],
};

function said(name: string): string[] {
  const file = readFigureText(readFileSync(new URL(name, directory), "utf8"));
  const { problems } = checkFigure(file, { bound: false });
  return problems
    .filter(({ code }) => code !== "raw-array")
    .map(({ severity, code, span }) => {
      const node = nodeAround(file.structure, span.end - span.start > 1 ? span.start + 1 : span.start);
      return `${severity} ${code} ${node === undefined ? "" : formatPath(pathOf(node))}`.trimEnd();
    });
}

describe("the small figures of many writers", () => {
  it("each have a row", () => {
    assert.deepEqual(Object.keys(expected).toSorted(), readdirSync(directory).toSorted());
  });

  for (const [name, problems] of Object.entries(expected))
    it(`${name} is told ${problems.length === 0 ? "nothing" : `${problems.length} things`}`, () => {
      assert.deepEqual(said(name), problems);
    });
});
