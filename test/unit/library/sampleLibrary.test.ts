import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { findRawArrays } from "../../../src/figure/data/arrays/dataWalk.ts";
import type { Figure, Json } from "../../../src/figure/model/figure.ts";
import type { LibraryPlot } from "../../../src/library/libraryPlot.ts";
import { isSampleOwner } from "../../../src/library/sampleOwners.ts";
import { sampleLibrary } from "../../../src/library/sampleLibrary.ts";

describe("The sample library", () => {
  const library = sampleLibrary();
  const publicPlots = library.filter((plot) => plot.worldReadable);

  it("shows every kind of trace that today's Plotly draws", () => {
    const schema = new URL("../../../node_modules/plotly.js/dist/plot-schema.json", import.meta.url);
    const parsed = JSON.parse(readFileSync(schema, "utf8")) as { traces: Record<string, unknown> };
    const drawn = new Set(library.flatMap((plot) => figureOf(plot).data.map((trace) => trace["type"] ?? "scatter")));
    const missing = Object.keys(parsed.traces).filter((kind) => !drawn.has(kind));
    assert.deepEqual(missing, []);
  });

  it("shows what older figures hold: titles as strings, Mapbox, a stored fit", () => {
    const texts = library.map((plot) => JSON.stringify(plot.figure));
    for (const old of ['"type":"fit"', '"type":"scattermapbox"', '"titlefont"', '"title":"']) {
      assert.ok(
        texts.some((text) => text.includes(old)),
        old,
      );
    }
  });

  it("has one animation with a frame for every step of its slider", () => {
    const animated = library.map(figureOf).filter((figure) => (figure.frames?.length ?? 0) > 0);
    assert.equal(animated.length, 1);
    const names = animated[0]?.frames?.map((frame) => frame["name"]);
    const sliders = animated[0]?.layout?.["sliders"] as { steps: { label: string }[] }[] | undefined;
    assert.deepEqual(
      sliders?.flatMap((slider) => slider.steps.map((step) => step.label)),
      names,
    );
  });

  it("is the same at every start", () => {
    assert.deepEqual(sampleLibrary(), library);
  });

  it("refers to columns that its grids have, and uses every one", () => {
    for (const plot of library) {
      const columns = [plot.grid, plot.privateGrid].flatMap((grid) => grid?.columns.map(({ name }) => name) ?? []);
      assert.equal(new Set(columns).size, columns.length, plot.filename);
      const used = new Set(references(plot.figure).flatMap((text) => columnsOf(text, columns)));
      assert.deepEqual([...used].toSorted(), columns.toSorted(), plot.filename);
    }
  });

  it("uses one column, several columns, a whole grid, and the names of columns", () => {
    const all = library.flatMap((plot) => references(plot.figure));
    assert.ok(all.includes("@") && all.includes("@?names"));
    assert.ok(all.some((text) => text.includes(",") && !text.includes("?")));
    assert.ok(all.some((text) => text.endsWith("?names")));
    assert.ok(all.some((text) => !text.includes(",")));
  });

  it("keeps its data in grids, as the service asks of every plot", () => {
    for (const plot of library) assert.deepEqual(findRawArrays(figureOf(plot)), [], plot.filename);
  });

  it("holds only what JSON can carry", () => {
    for (const plot of library) assert.deepEqual(JSON.parse(JSON.stringify(plot)), plot, plot.filename);
  });

  it("names each file once an owner", () => {
    const names = library.flatMap((plot) =>
      [plot.filename, plot.grid?.filename, plot.privateGrid?.filename]
        .filter((name) => name !== undefined)
        .map((name) => `${plot.owner}/${name}`),
    );
    assert.equal(new Set(names).size, names.length);
  });

  it("fills more than one page, with feed picks, a spread of views and of quality", () => {
    assert.ok(publicPlots.length >= 40 && library.length <= 60);
    const feed = publicPlots.filter((plot) => plot.feed);
    assert.ok(feed.length >= 10 && feed.length <= 14);
    assert.ok(library.every((plot) => plot.quality >= 0 && plot.quality <= 10 && Number.isInteger(plot.views)));
    assert.ok(new Set(library.map((plot) => plot.quality)).size >= 9);
    assert.ok(Math.max(...library.map((plot) => plot.views)) > 40_000);
    assert.ok(Math.min(...library.map((plot) => plot.views)) === 0);
  });

  it("was made between 2019 and 2025, no two plots at once", () => {
    const times = library.map((plot) => plot.created);
    assert.equal(new Set(times).size, times.length);
    assert.deepEqual(times.toSorted(), times);
    assert.equal(times[0]?.slice(0, 4), "2019");
    assert.equal(times.at(-1)?.slice(0, 4), "2025");
    for (const plot of library) assert.ok(Date.parse(plot.modified) >= Date.parse(plot.created), plot.filename);
  });

  it("is public, by people whose plots can be told from a person's own", () => {
    assert.ok(library.every((plot) => plot.worldReadable && isSampleOwner(plot.owner)));
  });

  it("keeps of one plot some of the data from its readers", () => {
    const guarded = publicPlots.filter((plot) => plot.privateGrid !== undefined);
    assert.equal(guarded.length, 1);
    assert.deepEqual([guarded[0]?.grid?.worldReadable, guarded[0]?.privateGrid?.worldReadable], [true, false]);
  });

  it("stays small: six megabytes with all its data", () => {
    assert.ok(JSON.stringify(library).length < 6_000_000);
  });
});

function figureOf(plot: LibraryPlot): Figure {
  return plot.figure as unknown as Figure;
}

/** The `@…` references of a figure, wherever they stand. */
function references(value: Json | undefined, key = ""): string[] {
  if (typeof value === "string") return key.endsWith("src") && value.startsWith("@") ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => references(item));
  return Object.entries(value).flatMap(([name, member]) => references(member, name));
}

function columnsOf(reference: string, all: readonly string[]): readonly string[] {
  const names = reference.slice(1).replace(/\?names$|\*$/, "");
  return names === "" ? all : names.split(",");
}
