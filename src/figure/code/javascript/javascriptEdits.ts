import { isTypedArray } from "../../data/arrays/typedArray.ts";
import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { sameJson } from "../../model/sameJson.ts";
import { addedIn, type Changes, difference, keptIn, type ListChange, membersOf } from "../edits/changes.ts";
import { ended, group, led, type Piece } from "../print/piece.ts";
import { printInSteps } from "../print/printer.ts";
import { quoted } from "../print/words.ts";
import { isJavascriptName, javascriptStyle, javascriptValue } from "./javascriptValues.ts";

type Lines = Generator<undefined, void>;

/** What changes the figure that is drawn in the element with the id `figure` as the edits changed it. */
export function* javascriptEditsInSteps(changes: Changes): Generator<undefined, string> {
  const writer = new EditsWriter();
  const { before, after } = changes;
  const traces = changes.listAt(["data"]);
  if (traces !== undefined) yield* writer.traces(traces);
  yield* writer.layout(membersOf(before.layout), membersOf(after.layout));
  if (!sameJson(before.frames ?? [], after.frames ?? [])) yield* writer.frames(before.frames ?? [], after.frames ?? []);
  return writer.lines.length === 0 ? "" : `${writer.lines.join("\n")}\n`;
}

class EditsWriter {
  readonly lines: string[] = [];

  *traces(list: ListChange): Lines {
    const { before, origins } = list;
    for (const { origin, old, now } of keptIn(list)) {
      // Each value is a list of one for each trace, so that a list of data stands in another.
      const items: Piece[] = [];
      for (const [path, value] of leaves(difference(old, now), old, now))
        items.push(led(`${keyOf(path)}: `, yield* javascriptValue(Array.isArray(value) ? [value] : value)));
      if (items.length > 0)
        yield* this.#call("restyle", [group("{", items, "}", { pad: " " }), group("[", [String(origin)], "]")]);
    }
    const gone = before.map((_, index) => index).filter((index) => !origins.includes(index));
    if (gone.length > 0) yield* this.#call("deleteTraces", [group("[", gone.map(String), "]", { fills: true })]);
    const kept = before.map((_, index) => index).filter((index) => !gone.includes(index));
    let next = kept.length;
    const order = origins.map((origin) => (origin === undefined ? next++ : kept.indexOf(origin)));
    const added = addedIn(list);
    if (added.length > 0) yield* this.#call("addTraces", [yield* javascriptValue(added)]);
    if (order.some((place, index) => place !== index)) {
      const places = order.map((_, index) => String(index));
      yield* this.#call("moveTraces", [
        group("[", order.map(String), "]", { fills: true }),
        group("[", places, "]", { fills: true }),
      ]);
    }
  }

  *layout(before: JsonObject, after: JsonObject): Lines {
    const items: Piece[] = [];
    for (const [path, value] of leaves(difference(before, after), before, after))
      items.push(led(`${keyOf(path)}: `, yield* javascriptValue(value)));
    if (items.length > 0) yield* this.#call("relayout", [group("{", items, "}", { pad: " " })]);
  }

  *frames(before: readonly Json[], after: readonly Json[]): Lines {
    const places = before.map((_, index) => String(index));
    if (places.length > 0) yield* this.#call("deleteFrames", [group("[", places, "]", { fills: true })]);
    if (after.length > 0) yield* this.#call("addFrames", [yield* javascriptValue(after)]);
  }

  *#call(name: string, args: readonly Piece[]): Lines {
    const [last] = args;
    // As prettier does it, one argument alone opens on the line of the call.
    const piece =
      args.length === 1 && last !== undefined
        ? ended(led(`Plotly.${name}("figure", `, last), ");")
        : group(`Plotly.${name}(`, ['"figure"', ...args], ");");
    this.lines.push(yield* printInSteps(piece, javascriptStyle));
  }
}

/**
 * The values of a difference by their paths. Where a path leads through a name that dots would cut, the whole value is
 * one.
 */
function* leaves(
  patch: JsonObject,
  before: JsonObject,
  after: JsonObject,
  path: readonly string[] = [],
): Generator<readonly [readonly string[], Json]> {
  for (const [key, value] of Object.entries(patch)) {
    const [old, now] = [before[key], after[key]];
    const own = [...path, key];
    // A template is written whole, as its parts say nothing alone.
    const isTemplate = path.length === 0 && key === "template";
    if (!isTemplate && isDotted(value) && isContainer(now) && (old === undefined || isContainer(old)))
      yield* leaves(value, isContainer(old) ? old : {}, now, own);
    else yield [own, now ?? null];
  }
}

function isDotted(value: Json | undefined): value is JsonObject {
  if (!isContainer(value) || isTypedArray(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every(isJavascriptName);
}

function keyOf(path: readonly string[]): string {
  const [only = "", ...more] = path;
  return more.length === 0 && isJavascriptName(only) ? only : quoted(path.join("."));
}
