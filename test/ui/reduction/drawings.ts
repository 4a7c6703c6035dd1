// oxlint-disable no-underscore-dangle -- what plotly.js shows of an axis has no public name
// The script of a bare page that draws a hard signal twice: every point of it, and reduced.
import { Reduction } from "../../../webview/drawing/reduction/reduction.ts";
import { hardSignals } from "./hardSignals.ts";

type Range = readonly unknown[];

interface Engine {
  newPlot(target: object, figure: object): Promise<Graph>;
  relayout(target: object, change: object): Promise<unknown>;
  purge(target: object): void;
  register(module: object): void;
}

interface Graph {
  readonly _fullLayout: { readonly [axis: string]: { readonly range: Range } };
}

declare const document: { getElementById(id: string): Graph };
declare const Plotly: Engine;

const signals = hardSignals();
const reduction = new Reduction(
  () => 1,
  () => undefined,
);
reduction.attach(Plotly);

const graph = () => document.getElementById("drawing");

export const page = {
  names: signals.map(({ name }) => name),

  /** Draws it, without plotly.js's own short cuts, and looks closer where that is asked. Tells what the axes show and how many points are drawn. */
  async draw(number: number, reduced: boolean, closer: boolean): Promise<object> {
    const { data, layout, closer: range } = signals[number]!;
    reduction.isOff = !reduced;
    const exact = data.map((trace) => ({ ...trace, line: { ...(trace["line"] as object), simplify: false } }));
    await reduction.read(exact, () => true);
    Plotly.purge(graph());
    const whole = { width: 800, height: 600, showlegend: false, ...layout };
    await Plotly.newPlot(graph(), { data: exact, layout: whole, config: { displayModeBar: false } });
    if (closer && range) await Plotly.relayout(graph(), { "xaxis.range": [...range] });
    const { xaxis, yaxis } = graph()._fullLayout;
    return { ranges: [xaxis!.range, yaxis!.range], counted: reduction.counted(graph()) };
  },
};

Object.assign(globalThis, { drawings: page });
