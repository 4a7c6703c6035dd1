import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { type ColorValue, colorTexts, parseColor } from "../../../../src/figure/colors/colorValue.ts";
import { figureColors } from "../../../../src/figure/language/figureColors.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { readStructure } from "../../../../src/figure/text/structure/structure.ts";

interface Engine {
  parse(text: string, silent: boolean): { r: number; g: number; b: number; alpha: number };
  isValid(text: string): boolean;
}

/** What Plotly.js itself makes of colours. It only looks whether there is a page. */
function loadColors(): Engine {
  const page = globalThis as { self?: unknown };
  const before = page.self;
  page.self = globalThis;
  try {
    return createRequire(import.meta.url)("plotly.js/src/components/color") as Engine;
  } finally {
    if (before === undefined) delete page.self;
    else page.self = before;
  }
}

const engine = loadColors();

const bytes = ({ red, green, blue, alpha }: ColorValue) =>
  [red, green, blue].map((channel) => Math.round(channel * 255)).concat(Number(alpha.toFixed(2)));

describe("A colour's text", () => {
  it("is read as Plotly.js reads it", () => {
    for (const text of [
      "red",
      "RebeccaPurple",
      "transparent",
      "#abc",
      "#ABCD",
      "#1f77b4",
      "#1f77b480",
      "rgb(1,2,3)",
      "RGB(1, 2, 3)",
      "rgba(1, 2, 3, 0.5)",
      "rgb(10%, 20%, 30%)",
      "rgb(1 2 3 / 50%)",
      "hsl(120, 50%, 50%)",
      "hsla(120,50%,50%,.3)",
      "hsl(120deg 50% 50%)",
      " blue ",
      "rgb(300, -5, 3)",
      "rgb(1.5, 2, 3)",
    ]) {
      const read = parseColor(text);
      assert.ok(read, text);
      const { r, g, b, alpha } = engine.parse(text, true);
      const whole = { red: r, green: g, blue: b, alpha };
      const clamped = Object.fromEntries(
        Object.entries(whole).map(([name, value]) => [name, Math.min(1, Math.max(0, value))]),
      );
      assert.deepEqual(bytes(read), bytes(clamped as unknown as ColorValue), text);
    }
  });

  it("is none where Plotly.js draws black instead", () => {
    for (const text of ["", "nocolor", "abc", "1f77b4", "#12", "rgb(1, 2)", "hsv(1, 2, 3)", "rgb(0px 1 2)", "12"]) {
      assert.equal(parseColor(text), undefined, text);
      assert.equal(engine.isValid(text), false, text);
    }
  });

  it("keeps its notation when another colour is picked", () => {
    const half = { red: 1, green: 0.5, blue: 0, alpha: 0.5 };
    const red = { red: 1, green: 0, blue: 0, alpha: 1 };
    const first = (color: ColorValue, like: string) => colorTexts(color, like)[0];
    assert.equal(first(red, "blue"), "red");
    assert.equal(first(half, "blue"), "#ff800080");
    assert.equal(first(red, "#abc"), "#f00");
    assert.equal(first({ ...red, green: 0.3 }, "#abc"), "#ff4d00");
    assert.equal(first(red, "#1F77B4"), "#FF0000");
    assert.equal(first(half, "#1f77b4"), "#ff800080");
    assert.equal(first(half, "rgb(1,2,3)"), "rgba(255,128,0,0.5)");
    assert.equal(first(red, "rgba(1, 2, 3, 0.4)"), "rgb(255, 0, 0)");
    assert.equal(first(half, "rgb(1 2 3)"), "rgb(255 128 0 / 0.5)");
    assert.equal(first(red, "hsl(120, 50%, 50%)"), "hsl(0, 100%, 50%)");
    assert.deepEqual(colorTexts(red, "blue"), ["red", "#ff0000", "rgb(255, 0, 0)", "hsl(0, 100%, 50%)"]);
  });

  it("says the picked colour in every notation", () => {
    const channel = fc.integer({ min: 0, max: 255 }).map((byte) => byte / 255);
    const alpha = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    const like = fc.constantFrom(
      "blue",
      "#abc",
      "#1F77B4",
      "rgb(1,2,3)",
      "rgb(1 2 3)",
      "hsla(1, 2%, 3%, 0.4)",
      "hsl(1 2% 3%)",
    );
    fc.assert(
      fc.property(fc.record({ red: channel, green: channel, blue: channel, alpha }), like, (color, written) => {
        for (const text of colorTexts(color, written)) {
          const read = parseColor(text);
          assert.ok(read, text);
          const hsl = text.startsWith("hsl");
          for (const name of ["red", "green", "blue"] as const)
            assert.ok(Math.abs(read[name] - color[name]) <= (hsl ? 2 : 0.51) / 255, `${text} ${name}`);
          assert.ok(Math.abs(read.alpha - color.alpha) < 0.003, text);
        }
      }),
    );
  });
});

describe("The colours of a figure", () => {
  const found = (figure: unknown) => {
    const text = JSON.stringify(figure);
    const outline = scanFigure(text);
    return figureColors(text, readStructure(text, outline), outline).map(({ span }) =>
      text.slice(span.start, span.end),
    );
  };

  it("are those of attributes, of lists and of the steps of scales, in templates too", () => {
    const figure = {
      data: [
        {
          type: "scatter",
          name: "red",
          marker: { color: "red", line: { color: ["blue", "nocolor"] } },
          text: ["green"],
        },
        {
          type: "heatmap",
          colorscale: [
            [0, "#000"],
            ["1", "rgb(1, 2, 3)"],
          ],
        },
        { type: "pie", marker: { colors: ["gold", null] } },
      ],
      layout: {
        paper_bgcolor: "white",
        colorway: ["#111111", "#222222"],
        colorscale: { sequential: [[0, "tan"]] },
        template: { layout: { font: { color: "#2a3f5f" } }, data: { heatmap: [{ colorscale: [[0, "#0d0887"]] }] } },
      },
    };
    assert.deepEqual(
      found(figure).map((each) => JSON.parse(each) as string),
      ["red", "blue", "#000", "rgb(1, 2, 3)", "gold", "white", "#111111", "#222222", "tan", "#2a3f5f", "#0d0887"],
    );
  });

  it("are not looked for in long lists of data", () => {
    const color = Array.from({ length: 5000 }, () => "red");
    assert.deepEqual(found({ data: [{ marker: { color } }] }), []);
  });
});
