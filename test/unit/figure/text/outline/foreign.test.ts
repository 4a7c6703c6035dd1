import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { scanFigure, scanFigureBytes } from "../../../../../src/figure/text/scan/scan.ts";
import { foreignFormat } from "../../../../../src/figure/text/outline/foreign.ts";

const text = (name: string): string =>
  new TextDecoder("utf-8").decode(readFileSync(new URL(`../../../../fixtures/cases/${name}`, import.meta.url)));

const figure = '{"data": [{"type": "bar", "y": [1, 2]}]}';
const lossy = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf16 = (written: string): Uint8Array => new Uint8Array(Buffer.from(written, "utf16le"));

const foreign: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ["gzip", text("06b-gz.plotly.json"), /^This file is packed with gzip\. Open it unpacked/],
  ["another gzip", lossy(gzipSync(figure)), /^This file is packed with gzip/],
  ["an archive", "PK\u0003\u0004\u0014\u0000", /^This file is an archive\./],
  ["UTF-16", text("06c-utf16.plotly.json"), /^This file is in UTF-16, and JSON is in UTF-8/],
  ["UTF-16 without a mark", lossy(utf16(figure)), /^This file is in UTF-16/],
  ["HTML", text("06-html.plotly"), /^This is a page of HTML, .*fig\.write_json/],
  ["HTML behind a comment", "<!-- plotly -->\n<!DOCTYPE html>\n<html></html>", /^This is a page of HTML/],
  ["SVG", '<svg class="main-svg" xmlns="…"></svg>', /^This is XML/],
  ["YAML", text("27-obsidian-yaml.plotly"), /^This is YAML, and a figure file is JSON/],
  ["YAML with a head", "---\n# a figure\ndata: []\n", /^This is YAML/],
  ["JavaScript", text("28-js-snippet.plotly"), /^This is a JavaScript program and .*JSON\.stringify/],
  ["a module", '// a plot\nimport Plotly from "plotly.js";\n', /^This is a JavaScript program/],
  ["a program in Python", "import plotly.express as px\nfig = px.bar()\n", /^This is a Python program/],
  ["another one", "#!/usr/bin/env python3\nfrom plotly import graph_objects as go\n", /^This is a Python program/],
  ["a program in R", "library(plotly)\np <- plot_ly()\n", /^This is a program in R/],
  ["a pickle", lossy(new Uint8Array([0x80, 4, 0x95, 9, 0, 0, 0])), /^This file is a pickled Python object/],
  ["an old pickle", "(dp0\nS'data'\np1\n", /^This file is a pickled Python object/],
  ["a picture", lossy(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])), /^This file is a picture/],
  ["a table", "x,y\n1,2\n3,4\n", /^This is a table/],
  ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", /git lfs pull/],
  [
    "a merge",
    '{\n<<<<<<< HEAD\n"data": []\n=======\n"data": [1]\n>>>>>>> other\n}',
    /^This file contains both sides of a Git merge/,
  ],
];

describe("A file that is no JSON", () => {
  for (const [what, written, says] of foreign)
    it(`is told by what it is: ${what}`, () => {
      const { problems, total } = checkFigure(readFigureText(written), { bound: false });
      assert.deepEqual(
        problems.map(({ code, severity }) => `${severity} ${code}`),
        ["error not-json"],
      );
      assert.match(problems[0]?.message ?? "", says);
      assert.equal(total, 1);
      assert.ok((problems[0]?.span.end ?? 0) > 0);
    });

  it("is told by its bytes as well", () => {
    const bytes = new Uint8Array(gzipSync(figure));
    assert.equal(scanFigureBytes(bytes).syntax[0]?.foreign, "gzip");
    assert.equal(scanFigureBytes(utf16(figure)).syntax[0]?.foreign, "utf-16");
  });

  it("may be read all the same where a mark of UTF-8 is all that is in front", () => {
    assert.deepEqual(scanFigure(text("06d-bom.plotly.json")).syntax, []);
    const bytes = readFileSync(new URL("../../../../fixtures/cases/06d-bom.plotly.json", import.meta.url));
    assert.deepEqual(scanFigureBytes(new Uint8Array(bytes)).syntax, []);
  });

  it("is a Python dict where Python gives it a name", () => {
    for (const written of [
      "fig = {'data': []}",
      "fig: dict = dict(data=[])",
      "# mine\nfig = go.Figure({'data': []})",
    ]) {
      const [problem] = checkFigure(readFigureText(written), { bound: false }).problems;
      assert.equal(problem?.code, "python-dict", written);
      assert.equal(problem.fixes?.length, 1, written);
    }
  });

  it("is none of that where JSON has a fault", () => {
    for (const written of [
      '{"data": [}',
      "{data: [1]}",
      "// a note\n{}",
      '"data": [1]',
      "[1, 2",
      "1,2",
      "NaN",
      "text",
      "{'data': []}",
      "{",
      "",
      '{"a": "<html>"',
      '{"a": "\u0001"}',
    ])
      assert.notEqual(scanFigure(written).syntax[0]?.code, "not-json", JSON.stringify(written));
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const json = JSON.stringify({ data: [value] });
        assert.equal(foreignFormat(json.slice(0, 1 + (cut % json.length))), undefined);
      }),
    );
  });
});
