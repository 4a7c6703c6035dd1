import assert from "node:assert/strict";
import type { Axis, DrawnPoint, Hovered } from "../../../../webview/drawing/reduction/engineModule.ts";
import { quickWithoutIndex, withoutIdleSpikes } from "../../../../webview/drawing/reduction/hover.ts";

const axis = (more: Partial<Axis> = {}): Axis => ({
  type: "linear",
  range: [0, 100],
  _m: 1,
  _b: 0,
  r2l: Number,
  c2p: (value) => value,
  makeCalcdata: () => [],
  ...more,
});

/** What the engine's own search is asked. */
function asked(): { readonly hoverPoints: (pointed: Hovered) => object[]; readonly all: Hovered[] } {
  const all: Hovered[] = [];
  return {
    all,
    hoverPoints: (pointed) => {
      all.push(pointed);
      return [];
    },
  };
}

describe("What is pointed at", () => {
  it("is not looked for at any distance where neither axis shows spikes", () => {
    const { hoverPoints, all } = asked();
    const quick = withoutIdleSpikes(hoverPoints);
    const pointed = (spikes: boolean): Hovered => ({
      xa: axis({ showspikes: spikes }),
      ya: axis(),
      cd: [],
      index: false,
      distance: Infinity,
    });
    assert.equal(quick(pointed(false), 1, 1, "closest", {}), undefined);
    assert.equal(all.length, 0);
    quick(pointed(true), 1, 1, "closest", {});
    quick(pointed(false), 1, 1, "closest", { finiteRange: true });
    assert.equal(all.length, 2);
  });

  it("is found here among many points for which the engine has no index", () => {
    const length = 30_000;
    const x = Float64Array.from({ length }, (_, index) => index / 100);
    const y = Float64Array.from({ length }, (_, index) => (index === 5000 ? 50.5 : 80));
    const ids = Array.from({ length }, (_, index) => index);
    const search = (stash: object, more: Partial<DrawnPoint> = {}): unknown => {
      const { hoverPoints, all } = asked();
      const cd = [{ t: stash, trace: {}, ...more } as DrawnPoint];
      quickWithoutIndex(hoverPoints)({ xa: axis(), ya: axis(), cd, index: false, distance: 20 }, 50, 50, "closest", {});
      const state = all[0]?.cd[0]?.t;
      return state && "ids" in state ? state.ids : undefined;
    };
    assert.deepEqual(search({ x, y, ids }), [5000]);
    assert.deepEqual(search({ x, y: y.map(() => 90), ids }), []);
    assert.equal(search({ x, y, ids, tree: {} }), ids);
    const few = ids.slice(0, 100);
    assert.equal(search({ x, y, ids: few }), few);
  });
});
