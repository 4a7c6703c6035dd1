import { browserAdaptor } from "@mathjax/src/js/adaptors/browserAdaptor.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import type { MmlNode } from "@mathjax/src/js/core/MmlTree/MmlNode.js";
import type ParseOptions from "@mathjax/src/js/input/tex/ParseOptions.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { SVG } from "@mathjax/src/js/output/svg.js";
import { MathJaxNewcmFont } from "@mathjax/mathjax-newcm-font/js/svg.js";
import { fontParts } from "./fontParts.ts";
import type { MathJaxForPlotly } from "./mathJaxForPlotly.ts";
import { macros, packages } from "./texPackages.ts";

// The page loads this for formulas: MathJax with LaTeX in and SVG out, where plotly.js looks for it, and no more of it.

const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const fonts = (source?.src ?? "").replace(/[^/]*$/, "fonts/");
const nonce = source?.nonce ?? "";

RegisterHTMLHandler(browserAdaptor());

/** The font's rare letters come from files of their own. Letters that it lacks are drawn in a font of the computer. */
class Font extends MathJaxNewcmFont {
  static leaveOut(isShipped: (part: string) => boolean): void {
    for (const part of Object.keys(this.dynamicFiles)) if (!isShipped(part)) delete this.dynamicFiles[part];
  }
}
Font.leaveOut((part) => fontParts.includes(part));

mathjax.asyncLoad = async (path: string): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const script = document.createElement("script");
  script.nonce = nonce;
  script.src = fonts + path.replace(/^.*\//, "");
  script.addEventListener("load", () => resolve());
  script.addEventListener("error", () => reject(new Error(`${script.src} could not be loaded.`)));
  document.head.append(script);
  await promise;
};

const forPlotly: MathJaxForPlotly = {
  version: mathjax.version,
  config: { svg: {}, options: {} },
  startup: { input: new TeX({ packages, macros, formatError }) },
  _: {
    mathjax: { mathjax },
    output: { svg_ts: { SVG }, fonts: { "mathjax-newcm": { svg_ts: { MathJaxNewcmFont } } } },
  },
};
window.MathJax = forPlotly;

/** Shows LaTeX with a mistake as it is written. plotly.js would show nothing at all. */
function formatError({ latex, parseOptions }: { latex: string; parseOptions: ParseOptions }): MmlNode {
  return parseOptions.nodeFactory.create("token", "mtext", { mathcolor: "red" }, `$${latex}$`);
}
