import { equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { type CodeLanguage, codeLanguages, figureCodeInSteps } from "../../../../src/figure/code/figureCode.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { figureNamed } from "./corpus.ts";

const extensions: Readonly<Record<CodeLanguage, string>> = { python: "py", javascript: "js", r: "R" };

/** Figures whose code was read by eye: would a person write it so? `WRITE_CODE=1` writes the files anew, to be read again. */
const read = {
  "plotly.py": "writers/plotlypy7-escaped.json",
  arrays: "writers/plotlypy6-arrays.json",
  animation: "writers/plotlypy5-choropleth.json",
  facets: "writers/plotlypy4-facets.json",
  references: "cases/13-chart-editor.plotly",
  table: "writers/wandb-table.json",
  heatmap: "workspace/sea-temperature.plotly",
  traps: "traps",
} as const;

describe("The code of a figure", () => {
  for (const [name, figure] of Object.entries(read)) {
    for (const language of codeLanguages) {
      it(`is what was read by eye: ${name} in ${language}`, () => {
        const file = new URL(`../../../fixtures/code/${name}.${extensions[language]}`, import.meta.url);
        const code = finished(figureCodeInSteps(figureNamed(figure), language));
        if (process.env["WRITE_CODE"] === "1") writeFileSync(file, code);
        equal(code, readFileSync(file, "utf8"));
      });
    }
  }
});
