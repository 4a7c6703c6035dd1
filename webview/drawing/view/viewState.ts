// oxlint-disable no-underscore-dangle -- what Plotly keeps of the person's zoom for `uirevision` has no public name
import { type Attributes, type Drawable, isAttributes } from "../../reading/attributes.ts";

/** The private members in which Plotly keeps what the person did. */
export interface Plotted {
  _fullLayout?: Attributes & {
    /** What the layout had before the person zoomed, turned or dragged: `{"xaxis.range[0]": 1}`. */
    _preGUI?: { [attribute: string]: unknown };
    /** The same for traces, by uid. */
    _tracePreGUI?: { [uid: string]: { [attribute: string]: unknown } };
  };
  _fullData?: (Attributes & { uid: string; index: number })[];
}

/** A change by the person: what the figure says, and what is shown now. */
export interface ViewEdit {
  before: unknown;
  now: unknown;
}

/** Zoom, camera, hidden traces and the like. Keys are attributes as Plotly writes them (`xaxis.range[0]`), and indices of traces. */
export interface ViewState {
  layout: { [attribute: string]: ViewEdit };
  traces: { [index: string]: { [attribute: string]: ViewEdit } };
}

/** Reads the person's changes, which Plotly keeps for `uirevision`. Returns undefined where there are none. */
export function captureView(graph: Plotted): ViewState | undefined {
  const full = graph._fullLayout;
  if (!full) return undefined;
  const view: ViewState = { layout: edits(full._preGUI, full), traces: {} };
  for (const trace of graph._fullData ?? []) {
    const own = edits(full._tracePreGUI?.[trace.uid], trace);
    if (Object.keys(own).length > 0) view.traces[trace.index] = own;
  }
  return Object.keys(view.layout).length + Object.keys(view.traces).length > 0 ? view : undefined;
}

/**
 * Puts the changes into a figure that is about to be drawn for the first time. An attribute that the figure itself has
 * changed since stays, as it does in Plotly.
 */
export function applyView(view: ViewState, figure: Pick<Drawable, "data" | "layout">): void {
  apply(view.layout, figure.layout);
  for (const [index, own] of Object.entries(view.traces)) {
    const trace = figure.data[Number(index)];
    if (trace) apply(own, trace);
  }
}

/** Tells Plotly after the first drawing which attributes the person changed, so that the next version keeps them. */
export function rememberView(view: ViewState, graph: Plotted): void {
  const full = graph._fullLayout;
  if (!full) return;
  for (const [attribute, { before }] of Object.entries(view.layout)) (full._preGUI ??= {})[attribute] = before;
  for (const trace of graph._fullData ?? []) {
    const own = view.traces[trace.index];
    if (!own) continue;
    const kept = ((full._tracePreGUI ??= {})[trace.uid] ??= {});
    for (const [attribute, { before }] of Object.entries(own)) kept[attribute] = before;
  }
}

function edits(before: Attributes | undefined, now: Attributes): { [attribute: string]: ViewEdit } {
  const found: { [attribute: string]: ViewEdit } = {};
  for (const [attribute, value] of Object.entries(before ?? {})) {
    found[attribute] = { before: value ?? null, now: read(now, attribute) ?? null };
  }
  return found;
}

function apply(own: { [attribute: string]: ViewEdit }, container: Attributes): void {
  for (const [attribute, { before, now }] of Object.entries(own)) {
    if (JSON.stringify(read(container, attribute) ?? null) === JSON.stringify(before ?? null)) {
      write(container, attribute, now);
    }
  }
}

/** Splits "scene.camera.eye.x" or "xaxis.range[0]" into steps. */
export const attributeSteps = (attribute: string): string[] => attribute.split(/[.[\]]/).filter((step) => step !== "");

function read(container: unknown, attribute: string): unknown {
  let here = container;
  for (const step of attributeSteps(attribute)) {
    if (Array.isArray(here)) here = here[Number(step)];
    else if (isAttributes(here)) here = here[step];
    else return undefined;
  }
  return here;
}

function write(container: Attributes, attribute: string, value: unknown): void {
  const path = attributeSteps(attribute);
  let here: unknown = container;
  path.forEach((step, i) => {
    const next = path[i + 1];
    const make = (): unknown => (next !== undefined && /^\d+$/.test(next) ? [] : {});
    if (step === "__proto__") return;
    if (Array.isArray(here)) {
      if (next === undefined) here[Number(step)] = value;
      else here = here[Number(step)] ??= make();
    } else if (isAttributes(here)) {
      if (next === undefined) here[step] = value;
      else here = here[step] ??= make();
    }
  });
}
