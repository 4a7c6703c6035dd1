import assert from "node:assert/strict";
import { glSignals } from "./glSignals.ts";
import { hardSignals, markerClouds } from "./hardSignals.ts";
import { heatMaps } from "./heatMaps.ts";
import { DrawingsPage } from "./drawingsPage.ts";

/** The part of all pixels in which a reduced drawing may differ. */
const most = 0.01;

describe("A line of more points than pixels", () => {
  let drawings: DrawingsPage;
  before(async () => {
    drawings = await DrawingsPage.open();
  });
  after(async () => {
    await drawings[Symbol.asyncDispose]();
  });

  const numberOf = (name: string) => hardSignals().findIndex((signal) => signal.name === name);

  for (const name of [
    "a noisy wave",
    "gaps at random",
    "steps hvh",
    "logarithmic places",
    "dates",
    "an area between lines",
  ]) {
    for (const mode of ["closest", "x"]) {
      it(`says of its points the same drawn from few: ${name}, ${mode}`, async () => {
        await drawings.draw(numberOf(name), false, false);
        const whole = await drawings.do("hover", mode);
        await drawings.draw(numberOf(name), true, false);
        assert.deepEqual(await drawings.do("hover", mode), whole);
        assert.ok(JSON.stringify(whole).includes("pointNumber"));
      });
    }
  }

  for (const [number, { name, closer }] of hardSignals().entries()) {
    for (const isCloser of closer ? [false, true] : [false]) {
      it(`looks the same drawn from few: ${name}${isCloser ? ", closer" : ""}`, async () => {
        const whole = await drawings.draw(number, false, isCloser);
        const reduced = await drawings.draw(number, true, isCloser);
        assert.deepEqual(reduced.ranges, whole.ranges);
        assert.ok(reduced.counted, "It is not drawn reduced.");
        const { all, drawn } = reduced.counted.points;
        const difference = await drawings.difference(whole.picture, reduced.picture);
        assert.ok(drawn < all / 2, `${drawn} of ${all} are drawn.`);
        assert.ok(difference <= most, `${(difference * 100).toFixed(2)} % of the pixels differ.`);
      });
    }
  }
});

describe("A line of WebGL of more points than pixels", () => {
  let drawings: DrawingsPage;
  before(async () => {
    drawings = await DrawingsPage.open();
  });
  after(async () => {
    await drawings[Symbol.asyncDispose]();
  });

  const first = hardSignals().length + markerClouds().length + heatMaps().length;
  for (const [number, { name, closer }] of glSignals().entries()) {
    for (const isCloser of closer ? [false, true] : [false]) {
      it(`looks the same drawn from few: ${name}${isCloser ? ", closer" : ""}`, async () => {
        const whole = await drawings.draw(first + number, false, isCloser);
        const reduced = await drawings.draw(first + number, true, isCloser);
        assert.deepEqual(reduced.ranges, whole.ranges);
        const { all = 0, drawn = 0 } = reduced.counted?.points ?? {};
        assert.ok(drawn < all / 2, `${drawn} of ${all} are drawn.`);
        const difference = await drawings.difference(whole.picture, reduced.picture);
        assert.ok(difference <= most, `${(difference * 100).toFixed(2)} % of the pixels differ.`);
      });
    }
  }

  it("says of its points the same drawn from few", async () => {
    const number = first + glSignals().findIndex(({ name }) => name === "noise");
    await drawings.draw(number, false, true);
    const whole = await drawings.do("hover", "closest");
    await drawings.draw(number, true, true);
    assert.deepEqual(await drawings.do("hover", "closest"), whole);
    assert.ok(JSON.stringify(whole).includes("pointNumber"));
  });
});

describe("A cloud of more markers than there is room for", () => {
  let drawings: DrawingsPage;
  before(async () => {
    drawings = await DrawingsPage.open();
  });
  after(async () => {
    await drawings[Symbol.asyncDispose]();
  });

  const first = hardSignals().length;
  for (const [number, { name, closer }] of markerClouds().entries()) {
    for (const isCloser of closer ? [false, true] : [false]) {
      it(`looks and says the same drawn from few: ${name}${isCloser ? ", closer" : ""}`, async () => {
        const whole = await drawings.draw(first + number, false, isCloser);
        const saidOfWhole = await drawings.do("hover", "closest");
        const reduced = await drawings.draw(first + number, true, isCloser);
        assert.deepEqual(reduced.ranges, whole.ranges);
        const { all = 0, drawn = 0 } = reduced.counted?.points ?? {};
        assert.ok(drawn < all, "It is not drawn reduced.");
        const difference = await drawings.difference(whole.picture, reduced.picture);
        assert.ok(difference <= most, `${(difference * 100).toFixed(2)} % of the pixels differ.`);
        assert.deepEqual(await drawings.do("hover", "closest"), saidOfWhole);
      });
    }
  }
});

describe("A heat map of more cells than pixels", () => {
  let drawings: DrawingsPage;
  before(async () => {
    drawings = await DrawingsPage.open();
  });
  after(async () => {
    await drawings[Symbol.asyncDispose]();
  });

  const first = hardSignals().length + markerClouds().length;
  for (const [number, { name, closer, isWhole = false }] of heatMaps().entries()) {
    for (const isCloser of closer ? [false, true] : [false]) {
      it(`looks and says the same drawn from few: ${name}${isCloser ? ", closer" : ""}`, async () => {
        const whole = await drawings.draw(first + number, false, isCloser);
        const saidOfWhole = await drawings.do("hover", "closest");
        const reduced = await drawings.draw(first + number, true, isCloser);
        assert.deepEqual(reduced.ranges, whole.ranges);
        const { all = 0, drawn = 0 } = reduced.counted?.cells ?? {};
        assert.ok(isWhole ? drawn === all : drawn < all, `${drawn} of ${all} are drawn.`);
        const difference = await drawings.difference(whole.picture, reduced.picture);
        assert.ok(difference <= most, `${(difference * 100).toFixed(2)} % of the pixels differ.`);
        assert.deepEqual(await drawings.do("hover", "closest"), saidOfWhole);
        assert.ok(JSON.stringify(saidOfWhole).includes("pointNumber"));
      });
    }
  }

  it("shows what lies beside the plot area while a hand moves it", async () => {
    const number = first + heatMaps().findIndex(({ name }) => name === "spots on a wave");
    const moved: Buffer[] = [];
    for (const reduced of [false, true]) {
      await drawings.draw(number, reduced, true);
      moved.push(await drawings.pictureWhilePanned({ x: 400, y: 300 }, { x: 550, y: 380 }));
    }
    const difference = await drawings.difference(moved[0]!, moved[1]!);
    assert.ok(difference <= most, `${(difference * 100).toFixed(2)} % of the pixels differ.`);
    assert.ok((await drawings.difference(moved[1]!, await drawings.picture())) > most);
  });
});

describe("A legend of a thousand lines", () => {
  let drawings: DrawingsPage;
  before(async () => {
    drawings = await DrawingsPage.open();
  });
  after(async () => {
    await drawings[Symbol.asyncDispose]();
  });

  it("has first what is in sight, and the rest without a change of the picture", async () => {
    const picture = () => drawings.picture();
    assert.equal((await drawings.do("drawThousand", false)).entries, 1000);
    const whole = await picture();
    const { entries } = await drawings.do("drawThousand", true);
    assert.ok(entries < 100, `${entries} entries`);
    const first = await picture();
    assert.equal((await drawings.do("complete")).entries, 1000);
    assert.equal(await drawings.difference(whole, await picture()), 0);
    // The scroll bar shows how long the legend is.
    assert.ok((await drawings.difference(whole, first)) < 0.002);
  });
});
