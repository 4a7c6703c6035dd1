import assert from "node:assert/strict";
import { formulaOf } from "../../../../../src/figure/checks/formulas/formula.ts";

describe("A formula in a text", () => {
  it("is what stands between dollars", () => {
    assert.deepEqual(formulaOf("$x^2$"), { tex: "x^2", start: 1, hasWords: false });
    assert.deepEqual(formulaOf(" $$a_1$$ "), { tex: "a_1", start: 3, hasWords: false });
    assert.deepEqual(formulaOf("$n$"), { tex: "n", start: 1, hasWords: false });
  });

  it("may have words beside it, where it can be nothing else", () => {
    assert.deepEqual(formulaOf("Energy $E=mc^2$ [J]"), { tex: "E=mc^2", start: 8, hasWords: true });
    assert.equal(formulaOf("$\\alpha$ and $\\beta$")?.tex, "\\alpha");
    assert.equal(formulaOf("CO$_2$")?.tex, "_2");
  });

  it("is not what a price or a name of a column is", () => {
    for (const text of [
      "",
      "$5",
      "$$",
      "$ $",
      "from $5 to $10",
      "$5 to $10",
      "<b>$5</b> and <b>$6</b>",
      "$A$1 and $B$2",
      "cost_usd ($) and sale_usd ($)",
      "price: $%{y:.2f}<br>cost: $%{x:.2f}",
      "$5 < $10",
    ])
      assert.equal(formulaOf(text), undefined, text);
  });
});
