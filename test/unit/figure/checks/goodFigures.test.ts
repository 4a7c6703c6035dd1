import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import { type JsonObject } from "../../../../src/figure/model/figure.ts";
import { formatPath } from "../../../../src/figure/model/path.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { loadEngine } from "../../../../build/schema/engine.ts";
import { type PlotSchema, wholeLayout } from "../../../../build/schema/plotSchema.ts";
import { nodeAround, pathOf } from "../../../../src/figure/text/structure/structure.ts";
import { everyTraceType } from "../engine/everyTraceType.ts";
import { goodMembers } from "../engine/goodValues.ts";

/** Severity, rule and path of what is said, but of data that stands in the file itself. */
function said(text: string, least: "warning" | "hint" = "warning"): string[] {
  const file = readFigureText(text);
  const grave = new Set(least === "warning" ? ["error", "warning"] : ["error", "warning", "information", "hint"]);
  return checkFigure(file, { bound: false, limit: Infinity })
    .problems.filter(({ code, severity }) => code !== "raw-array" && grave.has(severity))
    .map(({ severity, code, span }) => {
      const isBracket = /[[{]/.test(text[span.start] ?? "");
      const node = nodeAround(file.structure, isBracket ? span.start : span.start + 1);
      return `${severity} ${code} ${node === undefined ? "" : formatPath(pathOf(node))}`.trimEnd();
    });
}

const schema = loadEngine().PlotSchema.get() as unknown as PlotSchema;
const types = Object.keys(everyTraceType);
const turns = [0, 1, 2, 3, 4, 5];

/** All arrays of data that lie side by side are equally long in these. */
const traceOf = (type: string, turn: number): JsonObject => ({
  type,
  ...goodMembers(schema.traces[type]?.attributes ?? {}, turn),
});

describe("figures that are right", () => {
  for (const turn of turns)
    for (const type of types)
      it(`are told nothing: every attribute of ${type}, by turns ${turn}`, () => {
        const trace = traceOf(type, turn);
        assert.deepEqual(said(JSON.stringify({ data: [trace] })), []);
      });

  for (const turn of turns)
    it(`are told nothing: every attribute of layout, frames and config, by turns ${turn}`, () => {
      const layout = goodMembers(wholeLayout(schema), turn);
      // No address of a map or picture, which would be fetched.
      delete layout["template"];
      const config = goodMembers(schema.config, turn);
      const frames = [{ name: "a", data: [{ y: [1] }], layout: { title: { text: "b" } }, traces: [0], group: "c" }];
      assert.deepEqual(said(JSON.stringify({ data: [{ y: [1, 2] }], layout, frames, config })), []);
    });

  const directory = new URL("../../../fixtures/writers/", import.meta.url);
  for (const name of readdirSync(directory))
    it(`are told nothing but hints: ${name}`, () => {
      assert.deepEqual(said(readFileSync(new URL(name, directory), "utf8")), []);
    });
});

describe("figures with one fault", () => {
  const one = (trace: JsonObject, rest: JsonObject = {}): string => JSON.stringify({ data: [trace], ...rest });

  for (const type of types) {
    const trace: JsonObject = { type, ...everyTraceType[type] };
    it(`are told of it alone: in a trace of type ${type}`, () => {
      assert.deepEqual(said(one(trace), "hint"), []);
      assert.deepEqual(said(one({ ...trace, metaa: 1 }), "hint"), ["warning unknown-attribute data[0].metaa"]);
      assert.deepEqual(said(one({ ...trace, visible: "yes" }), "hint"), ["warning wrong-value data[0].visible"]);
      assert.deepEqual(said(one({ ...trace, name: true }), "hint"), ["warning wrong-value data[0].name"]);
      assert.deepEqual(said(one({ ...trace, type: `${type}q` }), "hint"), ["warning unknown-trace-type data[0].type"]);
      if (schema.traces[type]?.attributes["customdata"] === undefined) return;
      const typed = one({ ...trace, customdata: { dtype: "f9", bdata: "AAA=" } });
      assert.deepEqual(said(typed, "hint"), ["error typed-array data[0].customdata.dtype"]);
    });
  }

  for (const [member, wrong, code] of [
    ["title", { txt: "a" }, "unknown-attribute layout.title.txt"],
    ["xaxis", { type: "logarithmic" }, "wrong-value layout.xaxis.type"],
    ["xaxis", { range: [1, 2, 3] }, "wrong-value layout.xaxis.range"],
    ["yaxis2", { colour: "red" }, "unknown-attribute layout.yaxis2.colour"],
    ["yaxis", { overlaying: "y7" }, "missing-subplot layout.yaxis.overlaying"],
    ["xaxis", { matches: "x1" }, "wrong-value layout.xaxis.matches"],
    ["legend", { orientation: "horizontal" }, "wrong-value layout.legend.orientation"],
    ["margin", { left: 3 }, "unknown-attribute layout.margin.left"],
    ["hovermode", "close", "wrong-value layout.hovermode"],
    ["width", "wide", "wrong-value layout.width"],
    ["paper_bgcolor", "wite", "wrong-value layout.paper_bgcolor"],
    ["colorway", ["red", "bleu"], "wrong-value layout.colorway[1]"],
    ["annotations", [{ txt: "a" }], "unknown-attribute layout.annotations[0].txt"],
    ["shapes", [{ type: "square" }], "wrong-value layout.shapes[0].type"],
    ["scene", { camera: { eyes: { x: 1 } } }, "unknown-attribute layout.scene.camera.eyes"],
    ["geo", { projection: { type: "mercater" } }, "wrong-value layout.geo.projection.type"],
    ["polar", { hole: 3 }, "wrong-value layout.polar.hole"],
    ["sliders", [{ step: [], active: "first" }], "wrong-value layout.sliders[0].active"],
    ["coloraxis", { colorscale: [[0, "red"]] }, "wrong-value layout.coloraxis.colorscale"],
    ["uniformtext", { mode: "hidden" }, "wrong-value layout.uniformtext.mode"],
    ["barmode", "stacked", "wrong-value layout.barmode"],
    ["dragmode", "pann", "wrong-value layout.dragmode"],
    ["modebar", { orientation: "left" }, "wrong-value layout.modebar.orientation"],
    ["grid", { rows: 0 }, "wrong-value layout.grid.rows"],
    ["map", { zooom: 3 }, "unknown-attribute layout.map.zooom"],
  ] as const)
    it(`are told of it alone: layout.${member} = ${JSON.stringify(wrong)}`, () => {
      const text = one({ y: [1, 2] }, { layout: { [member]: wrong as unknown as JsonObject } });
      assert.deepEqual(said(text), [`warning ${code}`]);
    });

  for (const [text, code] of [
    ['{"data":[{"y":[1,NaN]}]}', "error non-finite-number"],
    ['{"data":[{"y":[1,2],}]}', "error trailing-comma"],
    ['{"data":[{"y":[1,2],"name":"a","name":"b"}]}', "warning duplicate-key data[0].name"],
    ['{"data":{"y":[1,2]}}', "error not-a-figure"],
    ['{"data":[{"x":[1,2,3],"y":[1,2]}]}', "warning unequal-lengths data[0].y"],
    ['{"data":[{"xsrc":"ann:1"}]}', "error broken-reference data[0].xsrc"],
    ['{"data":[{"namesrc":"ann:1:aa"}]}', "warning misplaced-reference data[0].namesrc"],
    ['{"data":[{"y":[1]},{"y":[1],"yaxis":"y2"}]}', "warning missing-subplot data[1].yaxis"],
    ['{"data":[],"layout":{"title":"a"}}', "warning removed-attribute layout.title"],
    ['{"data":[{"type":"area","r":[1],"t":[2],"marker":{"size":[3]}}]}', "warning unknown-trace-type data[0].type"],
    ['{"data":[],"layout":{"xaxis":{},"xaxis1":{}}}', "warning first-id layout.xaxis1"],
  ] as const)
    it(`are told of it alone: ${text}`, () => {
      const [first, ...more] = said(text);
      assert.deepEqual(more, []);
      assert.ok(first?.startsWith(code), first);
    });
});
