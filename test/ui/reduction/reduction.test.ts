import assert from "node:assert/strict";
import { hardSignals } from "./hardSignals.ts";
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

  for (const [number, { name, closer }] of hardSignals().entries()) {
    for (const isCloser of closer ? [false, true] : [false]) {
      it(`looks the same drawn from few: ${name}${isCloser ? ", closer" : ""}`, async () => {
        const whole = await drawings.draw(number, false, isCloser);
        const reduced = await drawings.draw(number, true, isCloser);
        assert.deepEqual(reduced.ranges, whole.ranges);
        assert.ok(reduced.counted, "It is not drawn reduced.");
        const { points, drawn } = reduced.counted;
        const difference = await drawings.difference(whole.picture, reduced.picture);
        assert.ok(drawn < points / 2, `${drawn} of ${points} are drawn.`);
        assert.ok(difference <= most, `${(difference * 100).toFixed(2)} % of the pixels differ.`);
      });
    }
  }
});
