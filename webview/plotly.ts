/** An object as Plotly takes it: JSON, with typed arrays where data were base64. */
export type Attributes = { [attribute: string]: unknown };

/** A figure as it is handed to Plotly, which keeps and changes the objects it gets. */
export interface Drawable {
  data: Attributes[];
  layout: Attributes;
  frames: Attributes[];
  config: Attributes;
}

export interface ImageOptions {
  format: "png" | "svg";
  width: number;
  height: number;
  /** Times the width and height, for the picture's own size. */
  scale: number;
  /** The bare base64 (PNG) or SVG text, instead of a data URL. */
  imageDataOnly: true;
}

/** An element that Plotly has drawn into. The underscored members are Plotly's own, read for the view of the person. */
export interface GraphDiv extends HTMLElement {
  data?: Attributes[];
  layout?: Attributes;
  _fullLayout?: Attributes & {
    /** What the layout had before the person zoomed, turned or dragged: `{"xaxis.range[0]": 1}`. */
    _preGUI?: { [attribute: string]: unknown };
    /** The same for traces, by uid. */
    _tracePreGUI?: { [uid: string]: { [attribute: string]: unknown } };
  };
  _fullData?: (Attributes & { uid: string; index: number })[];
  on?(event: string, listener: (detail: unknown) => void): void;
}

/** The functions of plotly.js that the page uses. */
export interface Plotly {
  readonly version: string;
  readonly Icons: { readonly [name: string]: object };
  newPlot(target: HTMLElement, figure: Drawable): Promise<GraphDiv>;
  react(target: HTMLElement, figure: Omit<Drawable, "config"> & { config?: Attributes }): Promise<GraphDiv>;
  relayout(target: HTMLElement, update: Attributes): Promise<GraphDiv>;
  animate(target: HTMLElement, frames: null | string[], options: Attributes): Promise<void>;
  purge(target: HTMLElement): void;
  toImage(figure: Omit<Drawable, "frames">, options: ImageOptions): Promise<string>;
}

export const isAttributes = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/** The value at a path, or undefined: `at(layout, "template", "layout")`. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const key of path) {
    if (!isAttributes(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** The type that Plotly draws a trace as when it names none. */
export const typeOf = (trace: Attributes): string => (typeof trace["type"] === "string" ? trace["type"] : "scatter");

/** Elements of an array or a typed array; 0 for anything else. */
export const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : ArrayBuffer.isView(value) && "length" in value ? Number(value.length) : 0;
