import type { Attributes, Drawable } from "../reading/attributes.ts";
import type { PlotSchema } from "./reduction/arrayAttributes.ts";
import type { Plotted } from "./view/viewState.ts";

export interface ImageOptions {
  format: "png" | "svg";
  width: number;
  height: number;
  /** The picture is so many times as wide and high. */
  scale: number;
  /** Plotly gives bare base64 (PNG) or SVG text, instead of a data URL. */
  imageDataOnly: true;
}

/** An element that Plotly has drawn into. */
export interface GraphDiv extends HTMLElement, Plotted {
  /** The traces as they were given. */
  readonly data?: readonly Attributes[];
  on?(event: string, listener: (detail: unknown) => void): void;
  removeListener?(event: string, listener: (detail: unknown) => void): void;
}

/** The functions of plotly.js that the page uses. */
export interface Plotly {
  readonly version: string;
  readonly PlotSchema: PlotSchema;
  readonly Icons: { readonly [name: string]: object };
  newPlot(target: HTMLElement, figure: Drawable): Promise<GraphDiv>;
  react(target: HTMLElement, figure: Omit<Drawable, "config"> & { config?: Attributes }): Promise<GraphDiv>;
  redraw(target: HTMLElement): Promise<GraphDiv>;
  relayout(target: HTMLElement, update: Attributes): Promise<GraphDiv>;
  update(target: HTMLElement, traces: Attributes, layout: Attributes, indices?: readonly number[]): Promise<GraphDiv>;
  animate(target: HTMLElement, frames: null | string[], options: Attributes): Promise<void>;
  purge(target: HTMLElement): void;
  register(module: object): void;
  toImage(figure: Omit<Drawable, "frames">, options: ImageOptions): Promise<string>;
}
