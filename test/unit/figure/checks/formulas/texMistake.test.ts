import assert from "node:assert/strict";
import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { STATE } from "@mathjax/src/js/core/MathItem.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import * as fc from "fast-check";
import { texMistake } from "../../../../../src/figure/checks/formulas/texMistake.ts";
import { macros, packages } from "../../../../../webview/math/texPackages.ts";

RegisterHTMLHandler(liteAdaptor());
const formatError = (_tex: unknown, error: Error): never => {
  throw error;
};
const typeset = mathjax.document("", { InputJax: new TeX({ packages, macros, formatError }) });

/** What MathJax, which draws the formulas, says of them. */
function objection(tex: string): string | undefined {
  try {
    typeset.convert(tex, { end: STATE["COMPILED"] });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("LaTeX with a mistake", () => {
  const faulty: readonly (readonly [tex: string, marked: string, message: RegExp])[] = [
    ["\\frac{1}{", "{", /brace is not closed/],
    ["x}", "}", /no brace is open/],
    ["a^b^c", "^", /second power.*braces/],
    ["a_b_c", "_", /second index/],
    ["x_", "_", /nothing follows/],
    ["{x^}", "^", /nothing follows/],
    ["\\left( x", "\\left", /no `\\right`/],
    ["{\\left( x}", "\\left", /no `\\right`/],
    ["x \\right)", "\\right)", /no `\\left`/],
    ["\\begin{matrix} a", "\\begin{matrix}", /no `\\end\{matrix\}`/],
    ["\\begin{cases} 1 \\end{matrix}", "\\end{matrix}", /no `\\begin/],
    ["\\frac{1}", "\\frac", /needs 2 arguments/],
    ["\\sqrt", "\\sqrt", /needs an argument/],
    ["a & b", "&", /columns/],
    ["no. #1", "#", /\\#/],
    ["\\text{a", "{", /brace is not closed/],
  ];
  for (const [tex, marked, message] of faulty) {
    it(`is found: ${tex}`, () => {
      const mistake = texMistake(tex);
      assert.ok(mistake, "found");
      assert.equal(tex.slice(mistake.start, mistake.end), marked);
      assert.match(mistake.message, message);
      assert.ok(objection(tex), "MathJax objects as well");
    });
  }

  it("is none where there is none", () => {
    for (const tex of [
      "x^2",
      "x''^2",
      "f'_1",
      "\\frac12",
      "\\sqrt[3]{x}",
      "\\left. \\frac{dy}{dx} \\right|_{x=0}",
      "{}_a^b X",
      "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
      "\\begin{array}{l|r} a & b \\end{array}",
      "\\ce{H2O}",
      "\\sum\\limits_{i=0}^n i",
      "x^\\frac{a}{b}",
      "\\text{50\\% of a}",
      "5\\% \\& more",
      "a\\_b",
      "\\mathrm{d}x",
      "\\overset{a}{b}",
      "\\unicode{x2122}",
      "x^{a^b}_c",
      "\\left\\{ a \\middle| b \\right\\}",
      "100\\,\\mu\\mathrm{m}^2",
      "\\alpha_1^2",
      "n \\choose k",
      "\\left(\\bar%\\right|",
      "\\left( x % )\n \\right)",
    ]) {
      if (objection(tex) === undefined) assert.equal(texMistake(tex), undefined, tex);
      else assert.fail(`MathJax objects to ${tex}: ${objection(tex)}`);
    }
  });

  it("is never found in what MathJax typesets", () => {
    const part = fc.constantFrom(
      ..."a 1 + { } ^ _ ' & # % \\\\ \\alpha \\frac \\sqrt \\left( \\right) \\left. \\right| \\text{a} \\text \\hat \\sum \\limits \\, \\{ \\} \\mathrm [ ] ~ \\over \\begin{matrix} \\end{matrix} \\begin{cases} \\end{cases} \\prime \\middle| \\overset \\ce{H2O} \\bar".split(
        " ",
      ),
      " ",
      "{x}",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const tex = parts.join("");
        const mistake = texMistake(tex);
        if (mistake !== undefined) assert.ok(objection(tex), `${tex}: ${mistake.message}`);
      }),
      { numRuns: 3000 },
    );
  });
});
