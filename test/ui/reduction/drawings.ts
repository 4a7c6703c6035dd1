// oxlint-disable no-underscore-dangle -- what plotly.js shows of an axis has no public name
// The script of a bare page that draws a hard signal twice: every point of it, and reduced.
import type { Registrar } from "../../../webview/drawing/reduction/engineModule.ts";
import { Reduction } from "../../../webview/drawing/reduction/reduction.ts";
import { type CompleteLegend, shortenLegend } from "../../../webview/drawing/longLegend.ts";
import { glSignals } from "./glSignals.ts";
import { hardSignals, markerClouds } from "./hardSignals.ts";
import { heatMaps } from "./heatMaps.ts";

type Range = readonly unknown[];

interface Engine extends Registrar {
  readonly Fx: { hover(target: object, place: object): void };
  newPlot(target: object, figure: object): Promise<Graph>;
  relayout(target: object, change: object): Promise<unknown>;
  purge(target: object): void;
}

interface Graph {
  readonly _hoverdata?: readonly { readonly pointNumber: number; readonly x: unknown; readonly y: unknown }[];
  querySelectorAll(selector: string): { readonly length: number };
  querySelector(selector: string): { readonly textContent: string } | null;
  readonly _fullLayout: { readonly [axis: string]: { readonly range: Range } };
}

declare const document: { getElementById(id: string): Graph };
declare const Plotly: Engine;

const signals = [...hardSignals(), ...markerClouds(), ...heatMaps(), ...glSignals()];
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

  /** The mouse moves the drawing from now on. Looks at a part that has something at all sides. */
  async pan(): Promise<void> {
    await Plotly.relayout(graph(), { dragmode: "pan", "yaxis.range": [200, 500] });
  },

  /** Points at places of what is drawn. Tells what is said there, and of which point. */
  async hover(mode: string): Promise<object[]> {
    const said: object[] = [];
    for (let place = 0; place < 12; place++) {
      Plotly.Fx.hover(graph(), { xpx: 20 + place * 53, ypx: 40 + place * 33, hovermode: mode });
      // The engine lets some time pass between two answers.
      await new Promise((resolve) => void setTimeout(resolve, 70));
      const points = graph()._hoverdata?.map(({ pointNumber, x, y }) => ({ pointNumber, x, y }));
      said.push({ text: graph().querySelector(".hoverlayer")?.textContent, points });
    }
    return said;
  },

  /** Draws a thousand lines: with the whole legend, or what of it is in sight and the rest later. */
  async drawThousand(isShort: boolean): Promise<object> {
    Plotly.purge(graph());
    const data = Array.from({ length: 1000 }, (_, index) => ({
      y: [...Array(20).keys()].map((x) => Math.sin(x / 3 + index)),
      name: index === 777 ? "The widest name of all" : `Line ${index}`,
    }));
    const figure: { data: Trace[]; layout: Trace; config: Trace } = {
      data,
      layout: {},
      config: { displayModeBar: false },
    };
    complete = isShort ? shortenLegend(figure) : undefined;
    await Plotly.newPlot(graph(), figure);
    return { entries: entries() };
  },

  async complete(): Promise<object> {
    await complete?.((update) => Plotly.relayout(graph(), update), graph()._fullLayout);
    return { entries: entries() };
  },
};

type Trace = { [attribute: string]: unknown };

let complete: CompleteLegend | undefined;

const entries = (): number => graph().querySelectorAll(".legend .traces").length;

Object.assign(globalThis, { drawings: page });
