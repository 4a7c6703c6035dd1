import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { plotContent, plotMetadata, plotPageBody, figureTraceTypes } from "../../../../src/plotsApi/bodies/plot.ts";
import { errorBody } from "../../../../src/plotsApi/bodies/error.ts";
import { gridContent, gridMetadata } from "../../../../src/plotsApi/bodies/grid.ts";
import { fieldErrors } from "../../../../src/plotsApi/requests/readJson.ts";
import seedPage from "../../../fixtures/seedPage.json" with { type: "json" };

function refusal(
  schema: typeof plotPageBody | typeof gridContent | typeof gridMetadata,
  value: unknown,
): readonly string[] {
  const parsed = schema.safeParse(value);
  assert.ok(!parsed.success);
  return fieldErrors(parsed.error).map(({ path, message }) => `${path}: ${message}`);
}

/** The recorded page with one member of its fourth plot changed; `undefined` takes it away. */
function pageWith(member: string, value: unknown): unknown {
  const page = structuredClone(seedPage) as { results: Record<string, unknown>[] };
  page.results[3]![member] = value;
  return JSON.parse(JSON.stringify(page));
}

function typesIn(figure: Record<string, unknown> | null): readonly string[] {
  return figureTraceTypes(figure);
}

describe("The bodies of the v2 API", () => {
  it("take the documentation's recorded page as it is, and keep all of it", () => {
    const parsed = plotPageBody.parse(seedPage);
    assert.deepEqual(parsed, seedPage);
    assert.equal(parsed.results.length, 10);
    assert.equal(Object.keys(parsed.results[0]!).length, 34);
  });

  it("keep keys that nobody knows", () => {
    const parsed = plotMetadata.parse({ fid: "a:0", filename: "x", is_hologram: { depth: 3 } });
    assert.deepEqual(parsed["is_hologram"], { depth: 3 });
    assert.deepEqual(plotContent.parse({ data: [{ type: "bar", spin: 1 }], map: {} })["map"], {});
  });

  it("need no more of a plot than its id and its file's name, and bear null elsewhere", () => {
    const { fid, filename, ...others } = seedPage.results[0]!;
    const nulls = Object.fromEntries(Object.keys(others).map((key) => [key, null]));
    assert.ok(plotMetadata.safeParse({ fid, filename }).success);
    assert.ok(plotMetadata.safeParse({ fid, filename, ...nulls }).success);
  });

  it("name the field that they refuse", () => {
    assert.deepEqual(refusal(plotPageBody, pageWith("fid", undefined)), [
      "results[3].fid: expected string, but it is missing",
    ]);
    assert.deepEqual(refusal(plotPageBody, pageWith("fid", "no id")), [
      "results[3].fid: expected a file's id such as bcowden:30",
    ]);
    assert.deepEqual(refusal(plotPageBody, pageWith("views", "6")), [
      "results[3].views: expected number, received string",
    ]);
    assert.deepEqual(refusal(plotPageBody, {}), ["results: expected array, but it is missing"]);
    assert.deepEqual(refusal(gridContent, { cols: { "a b": { uid: "1", order: 0, data: 3 } } }), [
      'cols["a b"].data: expected array',
    ]);
    assert.deepEqual(refusal(gridMetadata, { fid: "a:1", cols: { x: {} } }), ["cols: expected array, received object"]);
  });

  it("read errors in every recorded form", () => {
    for (const body of [
      { errors: [{ code: "UNKNOWN", message: "Bad API key", path: null, field: null }], detail: "Bad API key" },
      { detail: "Not found." },
      { errors: [{ message: "raw data", path: ["figure", "data", 0, "y"] }] },
      {},
    ]) {
      assert.ok(errorBody.safeParse(body).success);
    }
  });

  it("tell a plot's kinds of trace", () => {
    const [sunburst, rating] = plotPageBody.parse(seedPage).results;
    assert.deepEqual(figureTraceTypes(sunburst!.figure), ["sunburst"]);
    assert.deepEqual(figureTraceTypes(rating!.figure), ["scatter"]);
    assert.deepEqual(typesIn({ data: [{ type: "bar" }, {}, { type: "bar" }, null, { type: 3 }] }), ["bar", "scatter"]);
    assert.deepEqual(typesIn({ data: {} }), []);
    assert.deepEqual(typesIn(null), []);
  });
});
