import assert from "node:assert/strict";
import { at } from "../../../../../webview/reading/attributes.ts";
import { giveIcons, hasIcons, outlineName } from "../../../../../webview/drawing/maps/icons.ts";
import { keepOffline } from "../../../../../webview/reading/offline.ts";
import { drawable } from "../../support.ts";

const outlines = new Map(["airport", "bus", "circle", "police-JP"].map((name) => [name, "M0 0h1z"]));

const map = (symbol: unknown, layout = {}, frames: { [key: string]: unknown }[] = []) => {
  const figure = drawable([{ type: "scattermap", marker: { symbol } }], layout, frames);
  keepOffline(figure);
  return figure;
};

describe("Icons on a map", () => {
  it("come with the map's style, once each", () => {
    const figure = map(["bus", "airport", "bus", "circle"]);
    assert.ok(hasIcons(figure));
    assert.deepEqual(giveIcons(figure, outlines), []);
    const style = at(figure.layout, "map", "style");
    assert.equal(at(style, "sprite"), "https://icons.invalid/airport,bus,circle");
    assert.deepEqual(at(figure.data[0], "marker", "symbol"), ["bus", "airport", "bus", "circle"]);
    giveIcons(figure, outlines);
    assert.deepEqual(at(figure.layout, "map", "style"), style);
  });

  it("stay as they are where the map has only circles", () => {
    const figure = map("circle");
    assert.equal(hasIcons(figure), false);
    assert.equal(hasIcons(drawable([{ type: "scatter", marker: { symbol: "square" } }])), false);
    assert.equal(at(figure.layout, "map", "style"), "white-bg");
  });

  it("are known by Mapbox's older names", () => {
    assert.equal(outlineName("airport-15", outlines), "airport");
    assert.equal(outlineName("bus_11", outlines), "bus");
    assert.equal(outlineName("police-JP", outlines), "police-JP");
    assert.equal(outlineName("unicorn", outlines), undefined);
  });

  it("that nobody knows become circles, and that is said", () => {
    const figure = map("unicorn");
    assert.match(giveIcons(figure, outlines).join(), /circles: unicorn\./);
    assert.equal(at(figure.data[0], "marker", "symbol"), "circle");
    const list = map(["bus", "unicorn", null]);
    giveIcons(list, outlines);
    assert.deepEqual(at(list.data[0], "marker", "symbol"), ["bus", "circle", null]);
    assert.match(String(at(list.layout, "map", "style", "sprite")), /bus,circle$/);
  });

  it("may come by a template, a frame or a button", () => {
    const template = { data: { scattermap: [{ marker: { symbol: "bus" } }] } };
    const updatemenus = [{ buttons: [{ args: [{ "marker.symbol": "airport" }] }] }];
    for (const [layout, frames] of [
      [{ template }, []],
      [{ updatemenus }, []],
      [{}, [{ data: [{ type: "scattermap", marker: { symbol: "bus" } }] }]],
    ] as const) {
      const figure = map(undefined, { ...layout }, [...frames]);
      giveIcons(figure, outlines);
      assert.match(String(at(figure.layout, "map", "style", "sprite")), /icons\.invalid/);
    }
  });

  it("leave a style of the author's own that has icons alone", () => {
    const style = { version: 8, sources: {}, layers: [], sprite: "data:," };
    const figure = map("bus", { map: { style } });
    giveIcons(figure, outlines);
    assert.deepEqual(at(figure.layout, "map", "style"), style);
  });
});
