/** What plotly.js 4.1 takes of MathJax 4 (`src/lib/svg_text_utils.js`), and what the scripts of its font do. */
export interface MathJaxForPlotly {
  /** plotly.js asks for 3 or 4. */
  readonly version: string;
  readonly config: { readonly svg: object; readonly options: object };
  readonly startup: { readonly input: object };
  readonly _: {
    readonly mathjax: { readonly mathjax: object };
    readonly output: { readonly svg_ts: object; readonly fonts: object };
  };
}

declare global {
  interface Window {
    MathJax?: MathJaxForPlotly;
  }
}
