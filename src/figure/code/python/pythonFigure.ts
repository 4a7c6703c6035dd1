import { isContainer } from "../../model/container.ts";
import type { Figure, JsonObject } from "../../model/figure.ts";
import { formatPath } from "../../model/path.ts";
import { frameTarget, traceTypeOf } from "../../model/trace.ts";
import { frameAttributes, layoutAttributes } from "../../schema/attributes.ts";
import { group, led, type Piece } from "../print/piece.ts";
import { quoted } from "../print/words.ts";
import { printInSteps, type Style } from "../print/printer.ts";
import { refusedPlaceInSteps, traceNode } from "./pythonTakes.ts";
import { PythonValues } from "./pythonValues.ts";
import { templateName } from "./templates.ts";

/** As black breaks lines, apart from lists of numbers and short texts, which fill lines. */
export const pythonStyle: Style = { width: 88, indent: 4, trailing: "several", joins: true };

/** The template that plotly.py itself gives to each figure. */
const OWN_TEMPLATE = "plotly";

/** The figure as graph objects; as a dict where these would refuse it, or lose a part. */
export function* pythonInSteps(figure: Figure): Generator<undefined, string> {
  const refused = yield* refusedPlaceInSteps(figure);
  const values = new PythonValues();
  if (refused !== undefined) return yield* asDict(figure, formatPath(refused), values);
  const lines: string[] = [];
  const say = function* (piece: Piece): Generator<undefined, void> {
    lines.push(yield* printInSteps(piece, pythonStyle));
  };
  lines.push("fig = go.Figure()");
  const { data = [], layout = {}, frames = [], config } = figure as Partial<Figure>;
  for (const trace of data) yield* say(group("fig.add_trace(", [yield* traceCall(trace, values)], ")"));
  const { template, ...rest } = layout;
  const isBare = template === undefined || template === null;
  const name = templateName(template ?? null);
  const args = yield* values.args(rest, layoutAttributes());
  if (name !== undefined && name !== OWN_TEMPLATE) args.unshift(`template=${quoted(name)}`);
  if (args.length > 0) yield* say(group("fig.update_layout(", args, ")"));
  if (isBare) lines.push("fig.layout.template = None  # instead of the one that plotly.py adds");
  // An update would only add to the one that is there.
  else if (name === undefined) yield* say(led("fig.layout.template = ", yield* values.free(template)));
  if (frames.length > 0) yield* say(group("fig.frames = [", yield* frameCalls(frames, data, values), "]"));
  const shown = config === undefined || !isContainer(config) ? [] : [led("config=", yield* values.free(config))];
  yield* say(group("fig.show(", shown, ")"));
  const numpy = values.usesNumpy ? "import numpy as np\n" : "";
  return `${numpy}import plotly.graph_objects as go\n\n${lines.join("\n")}\n`;
}

/** The name of a trace type's class. */
export function className(type: string): string {
  return type === "histogram2dcontour" ? "Histogram2dContour" : `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

/** `go.Scatter(…)` */
export function* traceCall(
  trace: JsonObject,
  values: PythonValues,
  type = traceTypeOf(trace) ?? "scatter",
): Generator<undefined, Piece> {
  const { type: _, ...rest } = trace;
  const node = traceNode(trace, type);
  if (node === undefined) return yield* values.free(trace);
  return yield* values.dict(`go.${className(type)}(`, rest, node);
}

/** `go.Frame(…)` for each frame. */
export function* frameCalls(
  frames: readonly JsonObject[],
  data: readonly JsonObject[],
  values: PythonValues,
): Generator<undefined, Piece[]> {
  const calls: Piece[] = [];
  for (const frame of frames) {
    const { data: traces, layout, ...rest } = frame;
    const args = yield* values.args(rest, frameAttributes());
    if (Array.isArray(traces)) {
      const items: Piece[] = [];
      for (const [index, trace] of (traces as readonly JsonObject[]).entries()) {
        const type = traceTypeOf(trace) ?? traceTypeOf(data[frameTarget(frame, index)]);
        items.push(yield* traceCall(trace, values, type));
      }
      args.push(group("data=[", items, "]"));
    }
    if (isContainer(layout)) args.push(led("layout=", yield* values.dict("go.Layout(", layout, layoutAttributes())));
    calls.push(group("go.Frame(", args, ")"));
  }
  return calls;
}

function* asDict(figure: Figure, refused: string, values: PythonValues): Generator<undefined, string> {
  const { config, ...rest } = figure;
  const fig = yield* printInSteps(led("fig = ", yield* values.free(rest as JsonObject)), pythonStyle);
  const shown = ["fig", "validate=False"] as Piece[];
  if (config !== undefined) shown.push(led("config=", yield* values.free(config)));
  const show = yield* printInSteps(group("pio.show(", shown, ")"), pythonStyle);
  const numpy = values.usesNumpy ? "import numpy as np\n" : "";
  const why = `# Graph objects refuse ${refused}. A dict keeps everything.`;
  return `${numpy}import plotly.io as pio\n\n${why}\n${fig}\n\n${show}\n`;
}
