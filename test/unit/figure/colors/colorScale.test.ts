import assert from "node:assert/strict";
import { assert as check, double, property } from "fast-check";
import { ColorScale, type Stop } from "../../../../src/figure/colors/colorScale.ts";

const channels = (color: number | undefined): number[] => [...new Uint8Array(Uint32Array.of(color ?? 0).buffer)];

describe("A colour scale", () => {
  const stops: readonly Stop[] = [
    [0, "rgb(0, 0, 0)"],
    [0.5, "rgba(100, 0, 200, 0.5)"],
    [0.5, "#fff"],
    [1, "red"],
  ];

  it("goes straight from stop to stop, and stays at its ends", () => {
    const scale = ColorScale.of(stops, -10, 10, false);
    assert.deepEqual(channels(scale?.color(-10)), [0, 0, 0, 255]);
    assert.deepEqual(channels(scale?.color(-5)), [50, 0, 100, 191]);
    assert.deepEqual(channels(scale?.color(0)), [255, 255, 255, 255]);
    assert.deepEqual(channels(scale?.color(5)), [255, 128, 128, 255]);
    assert.deepEqual(channels(scale?.color(1e300)), [255, 0, 0, 255]);
    assert.deepEqual(channels(scale?.color(-1e300)), [0, 0, 0, 255]);
  });

  it("runs the other way where it is reversed", () => {
    check(
      property(double({ min: -3, max: 3, noNaN: true }), (value) => {
        const grey: readonly Stop[] = [
          [0, "black"],
          [1, "white"],
        ];
        const [there, back] = [false, true].map((isReversed) => ColorScale.of(grey, -2, 2, isReversed)!);
        const [[dark = 0], [bright = 0]] = [channels(there!.color(value)), channels(back!.color(value))] as const;
        assert.ok(Math.abs(dark + bright - 255) <= 1);
      }),
    );
  });

  it("is none where a colour is unknown, its stops do not ascend, or it reaches over nothing", () => {
    assert.equal(ColorScale.of([[0, "no colour"], ...stops.slice(1)], 0, 1, false), undefined);
    assert.equal(ColorScale.of(stops.toReversed(), 0, 1, false), undefined);
    assert.equal(ColorScale.of(stops, 1, 1, false), undefined);
    assert.equal(ColorScale.of(stops, 2, 1, false), undefined);
    assert.equal(ColorScale.of([], 0, 1, false), undefined);
  });
});
