// oxlint-disable no-underscore-dangle -- what plotly.js keeps of the person's view has no public name
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { Json } from "../../src/figure/model/figure.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import type { ViewKind } from "../../src/protocol.ts";
import { attributeSteps, type Plotted, type ViewState } from "../drawing/view/viewState.ts";
import { at, type Drawable } from "../reading/attributes.ts";
import { isShared, traceIn } from "../reading/origins.ts";
import { rangeEdit } from "./gestures.ts";
import type { FullLayout } from "./moving/plotted.ts";

const ofRange = /^([xy]axis\d*)\.(?:range|autorange)/;

/** Which kind of a person's view an attribute of the layout is; undefined for a tool that they have chosen. */
function kindOf(attribute: string): ViewKind | undefined {
  if (/^(?:dragmode|hovermode|newshape|selections|activeselection)/.test(attribute)) return undefined;
  if (attribute === "hiddenlabels") return "visibility";
  if (/^(?:scene|geo|map|mapbox)\d*\./.test(attribute)) return "camera";
  if (/^(?:[xy]axis|polar|ternary|smith|coloraxis)\d*\./.test(attribute)) return "range";
  return "rest";
}

/** The same of a trace: parallel axes and colour scales that were dragged are ranges. */
const kindOfTrace = (attribute: string): ViewKind =>
  attribute === "visible" ? "visibility" : /range|constraint/.test(attribute) ? "range" : "rest";

/** The kinds of things in which a person's view differs from the figure. */
export function viewKinds(view: ViewState | undefined): ViewKind[] {
  if (view === undefined) return [];
  const kinds = new Set<ViewKind | undefined>();
  for (const [attribute, edit] of Object.entries(view.layout))
    if (differs(edit) && !isReset(attribute, view)) kinds.add(kindOf(attribute));
  for (const own of Object.values(view.traces))
    for (const [attribute, edit] of Object.entries(own)) if (differs(edit)) kinds.add(kindOfTrace(attribute));
  return (["range", "camera", "visibility", "rest"] as const).filter((kind) => kinds.has(kind));
}

/** An axis that the person has zoomed out again finds its own range, as it did before. */
function isReset(attribute: string, { layout }: ViewState): boolean {
  const axis = ofRange.exec(attribute)?.[1];
  const auto = axis === undefined ? undefined : layout[`${axis}.autorange`];
  return auto !== undefined && auto.now === true && auto.before !== false;
}

const differs = ({ before, now }: { before: unknown; now: unknown }): boolean =>
  JSON.stringify(before) !== JSON.stringify(now);

/** The edits that make a person's view the figure's own, as far as it is of these kinds. */
export function keptViewEdits(
  view: ViewState,
  kinds: readonly ViewKind[],
  layout: FullLayout,
  written: Drawable,
): FigureEdit[] {
  const edits: FigureEdit[] = [];
  const axes = new Set<string>();
  for (const [attribute, edit] of Object.entries(view.layout)) {
    const kind = kindOf(attribute);
    if (kind === undefined || !kinds.includes(kind) || !differs(edit)) continue;
    const axis = ofRange.exec(attribute)?.[1];
    if (axis === undefined) edits.push(put(["layout", ...stepsOf(attribute)], edit.now));
    else axes.add(axis);
  }
  for (const axis of axes) edits.push(...rangeEdit(axis, layout, written.layout));
  for (const [index, own] of Object.entries(view.traces)) {
    const origin = traceIn(written.origins, Number(index));
    // The groups that a transform makes of one trace are no traces of the text.
    if (origin === undefined || isShared(written.origins, Number(index))) continue;
    for (const [attribute, edit] of Object.entries(own)) {
      if (!kinds.includes(kindOfTrace(attribute)) || !differs(edit)) continue;
      // A trace that shows itself says nothing of it.
      const isPlain =
        attribute === "visible" && edit.now === true && at(written.data[Number(index)], "visible") === undefined;
      if (!isPlain) edits.push(put(["data", origin, ...stepsOf(attribute)], edit.now));
    }
  }
  return edits;
}

/** What is the figure's now is no longer kept by plotly.js as the person's, which would hold it against the text. */
export function forgetKept({ _fullLayout: full, _fullData: traces = [] }: Plotted, kinds: readonly ViewKind[]): void {
  for (const attribute of Object.keys(full?._preGUI ?? {})) {
    const kind = kindOf(attribute);
    if (kind !== undefined && kinds.includes(kind)) delete full?._preGUI?.[attribute];
  }
  for (const { uid } of traces) {
    const kept = full?._tracePreGUI?.[uid] ?? {};
    for (const attribute of Object.keys(kept)) if (kinds.includes(kindOfTrace(attribute))) delete kept[attribute];
  }
}

const put = (path: FigurePath, now: unknown): FigureEdit =>
  now === null || now === undefined ? { act: "remove", path } : { act: "set", path, value: shorter(now) };

/** Numbers as long as a view can tell: seven digits are a metre on a map of the world. */
function shorter(value: unknown): Json {
  if (typeof value === "number") return Number(value.toPrecision(7));
  if (Array.isArray(value)) return value.map(shorter);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shorter(member)]));
  return value as Json;
}

/** "sliders[0].active" as steps. */
const stepsOf = (attribute: string): (string | number)[] =>
  attributeSteps(attribute).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
