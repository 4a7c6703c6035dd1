import assert from "node:assert/strict";
import { configFor } from "../../../../webview/drawing/config.ts";
import { fit, prepare } from "../../../../webview/drawing/prepare.ts";
import { drawable } from "../support.ts";

const room = { width: 900, height: 600 };
const actions = { save: () => undefined, play: () => undefined, edit: () => undefined };

describe("A drawing of a figure", () => {
  it("fills the room, each side that the author did not give", () => {
    assert.deepEqual(fit(drawable([]), room), room);
    assert.deepEqual(fit(drawable([], { width: 400 }), room), { width: 400, height: 600 });
    assert.deepEqual(fit(drawable([], { width: "400", height: 300 }), room), { width: 400, height: 300 });
    assert.deepEqual(fit(drawable([], { width: 0, height: null }), { width: 3.5, height: 7 }), {
      width: 10,
      height: 10,
    });
  });

  it("keeps the zoom over versions, and sees each change of data", () => {
    const { layout } = prepare(drawable([], { datarevision: 1 }), room, undefined);
    assert.deepEqual(layout, { ...room, uirevision: "one figure" });
    assert.equal(prepare(drawable([], { uirevision: "own" }), room, undefined).layout["uirevision"], "own");
  });

  it("does as the figure wishes only where nothing leaves the page", () => {
    const authored = {
      scrollZoom: true,
      editable: true,
      plotlyServerURL: "https://example.com",
      showSendToCloud: true,
      topojsonURL: "https://example.com",
      modeBarButtonsToRemove: ["lasso2d", {}],
      modeBarButtonsToAdd: [{ name: "evil" }],
    };
    const config = configFor({}, authored, false, false, actions);
    assert.equal(config["scrollZoom"], true);
    assert.equal(config["editable"], undefined);
    assert.doesNotMatch(JSON.stringify(config), /example|evil/);
    assert.equal(config["showSendToCloud"], false);
    assert.ok((config["modeBarButtonsToRemove"] as unknown[]).includes("lasso2d"));
    assert.ok((config["modeBarButtonsToRemove"] as unknown[]).includes("toImage"));
  });

  it("has a button that plays its frames where it has none of its own", () => {
    const names = (canPlay: boolean): unknown[] =>
      (configFor({}, {}, canPlay, false, actions)["modeBarButtonsToAdd"] as { name: string }[]).map(({ name }) => name);
    assert.deepEqual(names(false), ["savePng", "saveSvg", "editFigure"]);
    assert.deepEqual(names(true), ["playFrames", "savePng", "saveSvg", "editFigure"]);
  });
});
