import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { formatPath } from "../../model/path.ts";
import { sameJson } from "../../model/sameJson.ts";
import { traceTypeOf } from "../../model/trace.ts";
import { type AttributeContainer, layoutAttributes } from "../../schema/attributes.ts";
import { addedIn, type Changes, keptIn, type ListChange, membersOf, orderOf } from "../edits/changes.ts";
import { group, led, type Piece } from "../print/piece.ts";
import { printInSteps } from "../print/printer.ts";
import { quoted } from "../print/words.ts";
import { frameCalls, pythonStyle, traceCall } from "./pythonFigure.ts";
import { pythonPatch } from "./pythonPatch.ts";
import { traceNode } from "./pythonTakes.ts";
import { PythonValues } from "./pythonValues.ts";
import { templateName } from "./templates.ts";

/** Calls that add an element to a list of the layout. The other lists have none. */
const adders: ReadonlyMap<string, string> = new Map([
  ["annotations", "add_annotation"],
  ["shapes", "add_shape"],
  ["images", "add_layout_image"],
  ["selections", "add_selection"],
]);

type Lines = Generator<undefined, void>;

/** What changes `fig` as the edits changed the figure, to run after the script that makes it. */
export function* pythonEditsInSteps(changes: Changes): Generator<undefined, string> {
  const writer = new EditsWriter(changes);
  yield* writer.write();
  const numpy = writer.values.usesNumpy ? "import numpy as np\n" : "";
  const objects = writer.lines.some((line) => line.includes("go.")) ? "import plotly.graph_objects as go\n" : "";
  const imports = numpy + objects === "" ? "" : `${numpy}${objects}\n`;
  return writer.lines.length === 0 ? "" : `${imports}${writer.lines.join("\n")}\n`;
}

class EditsWriter {
  readonly lines: string[] = [];
  readonly values = new PythonValues(true);
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  *write(): Lines {
    const { before, after } = this.#changes;
    const traces = this.#changes.listAt(["data"]);
    if (traces !== undefined) yield* this.#traces(traces);
    yield* this.#layout(membersOf(before.layout), membersOf(after.layout));
    if (!sameJson(before.frames ?? [], after.frames ?? []))
      yield* this.#say(group("fig.frames = [", yield* frameCalls(after.frames ?? [], after.data, this.values), "]"));
    if (after.config !== undefined && !sameJson(before.config ?? {}, after.config))
      yield* this.#say(group("fig.show(", [led("config=", yield* this.values.free(after.config))], ")"));
  }

  *#traces(list: ListChange): Lines {
    const before = list.before as readonly JsonObject[];
    for (const { origin, old, now } of keptIn(list)) {
      if (traceTypeOf(old) !== traceTypeOf(now)) continue;
      const { type: _old, ...was } = old;
      const { type: _new, ...is } = now;
      const node = traceNode(now);
      if (node !== undefined) yield* this.#update(`fig.data[${origin}]`, was, is, node, updateOf(before, list, origin));
    }
    // A trace of another type is another object to plotly.py.
    const origins = list.origins.map((origin, index) =>
      origin !== undefined && traceTypeOf(list.before[origin]) === traceTypeOf(list.after[index]) ? origin : undefined,
    );
    for (const trace of addedIn({ ...list, origins }) as readonly JsonObject[])
      yield* this.#say(group("fig.add_trace(", [yield* traceCall(trace, this.values)], ")"));
    yield* this.#reorder("fig.data", before.length, origins);
  }

  *#layout(before: JsonObject, after: JsonObject): Lines {
    const node = layoutAttributes();
    const lists = new Set<string>();
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const member = node.member(key);
      const list = member?.kind === "list" ? this.#changes.listAt(["layout", key]) : undefined;
      if (member?.kind !== "list" || list === undefined) continue;
      lists.add(key);
      yield* this.#list(key, list, member.element);
    }
    const { template: oldTemplate = null, ...was } = without(before, lists);
    const { template = null, ...is } = without(after, lists);
    if (!sameJson(oldTemplate, template)) {
      const name = templateName(template);
      const value = name === undefined ? yield* this.values.free(template) : quoted(name);
      yield* this.#say(led("fig.layout.template = ", value));
    }
    const axes = [...Object.keys(was), ...Object.keys(is)];
    for (const letter of ["x", "y"] as const) {
      // update_xaxes changes all of them: it is right where there is one.
      const own = `${letter}axis`;
      if (axes.some((key) => key !== own && key.startsWith(own))) continue;
      const [old = {}, now = {}] = [was[own], is[own]];
      const axis = node.member(own);
      if (axis?.kind !== "container" || !isContainer(old) || !isContainer(now) || is[own] === undefined) continue;
      yield* this.#update(`fig.layout.${own}`, old, now, axis, { call: `fig.update_${letter}axes` });
      delete was[own];
      delete is[own];
    }
    yield* this.#update("fig.layout", was, is, node, { call: "fig.update_layout" });
  }

  *#list(key: string, list: ListChange, element: AttributeContainer): Lines {
    const target = `fig.layout.${key}`;
    for (const { origin, old, now } of keptIn(list)) yield* this.#update(`${target}[${origin}]`, old, now, element);
    const added: Piece[] = [];
    for (const item of addedIn(list)) {
      if (!isContainer(item)) continue;
      const adder = adders.get(key);
      if (adder === undefined) added.push(yield* this.values.of(item, element));
      else yield* this.#say(yield* this.values.dict(`fig.${adder}(`, item, element));
    }
    if (added.length > 0) yield* this.#say(group(`${target} = [`, [`*${target}`, ...added], "]"));
    yield* this.#reorder(target, list.before.length, list.origins);
  }

  /** Puts what there is, and behind it what was added, in the order of the figure. */
  *#reorder(target: string, count: number, origins: ListChange["origins"]): Lines {
    const order = orderOf(count, origins);
    if (order === undefined) return;
    const gone = Array.from({ length: count }, (_, index) => index).filter((index) => !order.includes(index));
    const isInOrder = order.every((origin, index) => index === 0 || origin > (order[index - 1] ?? 0));
    if (order.length < 3 || !isInOrder) {
      yield* this.#say(
        group(
          `${target} = [`,
          order.map((origin) => `${target}[${origin}]`),
          "]",
        ),
      );
      return;
    }
    const test = gone.length === 1 ? `i != ${gone[0]}` : `i not in (${gone.join(", ")})`;
    yield* this.#say(group(`${target} = [`, [`part for i, part in enumerate(${target}) if ${test}`], "]"));
  }

  /** Changes a part: by one call of `update`, and assignments for what that would merge. */
  *#update(
    target: string,
    before: JsonObject,
    after: JsonObject,
    node: AttributeContainer,
    { call, selector }: Update = { call: `${target}.update` },
  ): Lines {
    const { update, assigned, unknown } = pythonPatch(before, after, node);
    const args = yield* this.values.args(update, node);
    if (args.length > 0)
      yield* this.#say(group(`${call}(`, selector === undefined ? args : [...args, `selector=${selector}`], ")"));
    for (const { path, value, node: own } of assigned)
      yield* this.#say(led(`${target}.${formatPath(path)} = `, yield* this.values.of(value, own)));
    for (const path of unknown)
      this.lines.push(`# Graph objects have no ${target.replace("fig.", "")}.${formatPath(path)}: it is left out.`);
  }

  *#say(piece: Piece): Lines {
    this.lines.push(yield* printInSteps(piece, pythonStyle));
  }
}

/** The function that updates a part, and what chooses the part where the function takes several. */
interface Update {
  readonly call: string;
  readonly selector?: string;
}

/** The update of one trace alone: by what only it has, before and after, or else by its place. */
function updateOf(before: readonly JsonObject[], { after }: ListChange, index: number): Update {
  if (before.length === 1) return { call: "fig.update_traces" };
  for (const key of ["name", "uid", "type"]) {
    const value = before[index]?.[key];
    if (typeof value !== "string") continue;
    const count = (list: readonly Json[]) => list.filter((trace) => isContainer(trace) && trace[key] === value).length;
    if (count(before) === 1 && count(after) <= 1)
      return { call: "fig.update_traces", selector: `dict(${key}=${quoted(value)})` };
  }
  return { call: `fig.data[${index}].update` };
}

function without(members: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([key]) => !names.has(key)));
}
