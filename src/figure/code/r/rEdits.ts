import { isTypedArray } from "../../data/arrays/typedArray.ts";
import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { sameJson } from "../../model/sameJson.ts";
import { addedIn, type Changes, difference, keptIn, type ListChange, membersOf, orderOf } from "../edits/changes.ts";
import { ended, group, led, type Piece } from "../print/piece.ts";
import { printInSteps } from "../print/printer.ts";
import { rName, RValues, rStyle } from "./rValues.ts";

type Lines = Generator<undefined, void>;

/**
 * What changes `fig` as the edits changed the figure. `layout()` and `style()` would merge lists and keep what goes; the
 * built figure is a list that takes each change as it is.
 */
export function* rEditsInSteps(changes: Changes): Generator<undefined, string> {
  const writer = new EditsWriter();
  const { before, after } = changes;
  const traces = changes.listAt(["data"]);
  if (traces !== undefined) yield* writer.traces(traces);
  yield* writer.members("fig$x$layout", membersOf(before.layout), membersOf(after.layout));
  for (const part of ["frames", "config"] as const)
    if (!sameJson(before[part] ?? null, after[part] ?? null)) yield* writer.set(`fig$x$${part}`, after[part] ?? null);
  return writer.lines.length === 0 ? "" : `fig <- plotly_build(fig)\n${writer.lines.join("\n")}\n`;
}

class EditsWriter {
  readonly lines: string[] = [];
  readonly #values = new RValues();

  *traces(list: ListChange): Lines {
    for (const { origin, old, now } of keptIn(list)) yield* this.members(`fig$x$data[[${origin + 1}]]`, old, now);
    let next = list.before.length;
    for (const trace of addedIn(list)) yield* this.set(`fig$x$data[[${++next}]]`, trace);
    const order = orderOf(list.before.length, list.origins);
    if (order === undefined) return;
    const words = order.map((origin) => String(origin + 1));
    const indices = words.length === 1 ? (words[0] ?? "") : group("c(", words, ")", { fills: true });
    yield* this.#say(ended(led("fig$x$data <- fig$x$data[", indices), "]"));
  }

  *members(target: string, before: JsonObject, after: JsonObject): Lines {
    for (const [key, value] of Object.entries(difference(before, after))) {
      const own = `${target}$${rName(key)}`;
      const [old, now] = [before[key], after[key]];
      if (isContainer(value) && isContainer(old) && isContainer(now) && !isTypedArray(value))
        yield* this.members(own, old, now);
      else yield* this.set(own, now ?? null);
    }
  }

  *set(target: string, value: Json): Lines {
    yield* this.#say(led(`${target} <- `, yield* this.#values.of(value)));
  }

  *#say(piece: Piece): Lines {
    this.lines.push(yield* printInSteps(piece, rStyle));
  }
}
