import assert from "node:assert/strict";
import { hasFormulas, keepPrices } from "../../../../webview/drawing/formulas.ts";
import { drawable } from "../support.ts";

const numbers = Array.from({ length: 100 }, (_, i) => i);

describe("Formulas of a figure", () => {
  it("are found wherever a text is drawn", () => {
    for (const figure of [
      drawable([], { title: { text: "$\\sqrt{x}$" } }),
      drawable([{ type: "scatter", name: "$\\alpha$" }]),
      drawable([{ type: "bar", x: ["$a^1$", "b"], y: [1, 2] }]),
      drawable([{ type: "scatter", text: [...numbers.map(String), "$x^2$"] }]),
      drawable([], { xaxis: { ticktext: ["$\\pi$"] } }),
      drawable([], { updatemenus: [{ buttons: [{ args: [{ "title.text": "$\\pi$" }] }] }] }),
      drawable([], {}, [{ layout: { title: { text: "$\\pi$" } } }]),
      drawable([], { template: { layout: { xaxis: { title: { text: "$t$" } } } } }),
    ])
      assert.ok(hasFormulas(figure), JSON.stringify(figure));
  });

  it("are not looked for in prices, and not where nothing is drawn of them", () => {
    for (const figure of [
      drawable([{ type: "scatter", x: numbers, y: numbers, name: "from $5 to $10" }]),
      drawable([{ type: "scatter", customdata: ["$x^2$"], hovertemplate: "$x^2$", meta: ["$x^2$"] }]),
      drawable([{ type: "scatter", x: new Float64Array(3) }]),
    ])
      assert.ok(!hasFormulas(figure), JSON.stringify(figure));
  });

  it("leave prices beside them as they are, for plotly.js would take those for formulas", () => {
    const figure = drawable(
      [
        { type: "bar", x: ["$1 to $2", "$2 to $3"], name: "$x^2$", text: ["$5", "$6 or $7"] },
        { type: "scattermap", text: ["$1 to $2"], name: "$1 to $2" },
      ],
      { title: { text: "$\\alpha$" }, scene: { xaxis: { title: { text: "$1 to $2" } } } },
    );
    keepPrices(figure);
    assert.deepEqual(
      figure,
      drawable(
        [
          { type: "bar", x: ["&#36;1 to &#36;2", "&#36;2 to &#36;3"], name: "$x^2$", text: ["$5", "&#36;6 or &#36;7"] },
          { type: "scattermap", text: ["$1 to $2"], name: "&#36;1 to &#36;2" },
        ],
        { title: { text: "$\\alpha$" }, scene: { xaxis: { title: { text: "$1 to $2" } } } },
      ),
    );
    const again = structuredClone(figure);
    keepPrices(figure);
    assert.deepEqual(figure, again);
  });
});
