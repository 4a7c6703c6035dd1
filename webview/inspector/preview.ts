import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { Drawing } from "../drawing/drawing.ts";
import type { Attributes } from "../reading/attributes.ts";

let next: { readonly drawing: Drawing; readonly edits: readonly FigureEdit[] } | undefined;
let isBusy = false;

/** Shows edits on the drawing alone. Of those that come while one is drawn, the last counts. */
export function preview(drawing: Drawing, edits: readonly FigureEdit[]): void {
  next = { drawing, edits };
  if (!isBusy) void drawNext();
}

async function drawNext(): Promise<void> {
  isBusy = true;
  while (next !== undefined) {
    const { drawing, edits } = next;
    next = undefined;
    await shown(drawing, edits).catch(() => undefined);
    await new Promise(requestAnimationFrame);
  }
  isBusy = false;
}

/** Plotly takes layouts and traces by their attributes' paths: `marker.line.color`. */
async function shown({ graph, drawn }: Drawing, edits: readonly FigureEdit[]): Promise<void> {
  if (drawn === undefined) return;
  const layout: Attributes = {};
  const traces = new Map<number, Attributes>();
  for (const edit of edits) {
    const [root, index, ...rest] = edit.path;
    const value = edit.act === "set" ? edit.value : edit.act === "remove" ? null : undefined;
    if (value === undefined) continue;
    if (root === "layout") layout[keyOf(edit.path.slice(1))] = value;
    else if (root === "data" && typeof index === "number") {
      const own = traces.get(index) ?? {};
      // A list stands for one value for each trace.
      own[keyOf(rest)] = [value];
      traces.set(index, own);
    }
  }
  const { plotly } = drawn;
  for (const [index, update] of traces) await plotly.update(graph, update, {}, [index]);
  if (Object.keys(layout).length > 0) await plotly.update(graph, {}, layout, []);
}

const keyOf = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (key, step) => (typeof step === "number" ? `${key}[${step}]` : key === "" ? step : `${key}.${step}`),
    "",
  );
