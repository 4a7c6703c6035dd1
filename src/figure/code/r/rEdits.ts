import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { sameJson } from "../../model/sameJson.ts";
import { type Changes, difference, type ListChange } from "../edits/changes.ts";
import { group, led, type Piece } from "../print/piece.ts";
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
  yield* writer.members("fig$x$layout", objectOf(before.layout), objectOf(after.layout));
  for (const part of ["frames", "config"] as const)
    if (!sameJson(before[part] ?? null, after[part] ?? null)) yield* writer.set(`fig$x$${part}`, after[part] ?? null);
  return writer.lines.length === 0 ? "" : `fig <- plotly_build(fig)\n${writer.lines.join("\n")}\n`;
}

class EditsWriter {
  readonly lines: string[] = [];
  readonly #values = new RValues();

  *traces({ before, after, origins }: ListChange): Lines {
    for (const [index, trace] of after.entries()) {
      const origin = origins[index];
      const old = origin === undefined ? undefined : before[origin];
      if (isContainer(old) && isContainer(trace) && origin !== undefined)
        yield* this.members(`fig$x$data[[${origin + 1}]]`, old, trace);
    }
    let next = before.length;
    for (const [index, trace] of after.entries())
      if (origins[index] === undefined) yield* this.set(`fig$x$data[[${++next}]]`, trace);
    next = before.length;
    const order = origins.map((origin) => origin ?? next++);
    if (order.length === next && order.every((origin, index) => origin === index)) return;
    const words = order.map((origin) => String(origin + 1));
    const indices = words.length === 1 ? (words[0] ?? "") : group("c(", words, ")", { fills: true });
    const lead = led("fig$x$data <- fig$x$data[", indices);
    yield* this.#say(typeof lead === "string" ? `${lead}]` : { ...lead, close: `${lead.close}]` });
  }

  *members(target: string, before: JsonObject, after: JsonObject): Lines {
    for (const [key, value] of Object.entries(difference(before, after))) {
      const own = `${target}$${rName(key)}`;
      const [old, now] = [before[key], after[key]];
      if (isContainer(value) && isContainer(old) && isContainer(now) && !("bdata" in value))
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

function objectOf(value: Json | undefined): JsonObject {
  return isContainer(value) ? value : {};
}
