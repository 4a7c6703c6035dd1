/** Values of a list that JSON.stringify gets at a stretch, and values that are written between two pauses. */
const STRETCH = 4096;

/** Characters of a text that JSON.stringify gets at a stretch. */
const PIECE = 1_000_000;

/**
 * Does what JSON.stringify does, with a pause after a few milliseconds of work. It writes what JSON has; undefined,
 * functions and symbols are left out as there, and `toJSON` is not called.
 */
export function* stringifyInSteps(value: unknown): Generator<undefined, string> {
  const writer = new Writer();
  yield* writer.write(value);
  return writer.parts.join("");
}

class Writer {
  readonly parts: string[] = [];
  #left = STRETCH;

  *write(value: unknown): Generator<undefined, void> {
    if (typeof value === "string" && value.length > PIECE) yield* this.#writeText(value);
    else if (typeof value !== "object" || value === null) yield* this.#put(JSON.stringify(value) ?? "null", 1);
    else if (Array.isArray(value)) yield* this.#writeList(value);
    else yield* this.#writeMembers(value);
  }

  *#writeList(list: readonly unknown[]): Generator<undefined, void> {
    this.parts.push("[");
    for (let at = 0; at < list.length; at += STRETCH) {
      if (at > 0) this.parts.push(",");
      const run = list.slice(at, at + STRETCH);
      if (run.every(isShort)) {
        yield* this.#put(JSON.stringify(run).slice(1, -1), run.length);
        continue;
      }
      for (const [index, item] of run.entries()) {
        if (index > 0) this.parts.push(",");
        yield* this.write(item);
      }
    }
    yield* this.#put("]", 1);
  }

  *#writeMembers(container: object): Generator<undefined, void> {
    let lead = "{";
    for (const [key, member] of Object.entries(container)) {
      if (member === undefined || typeof member === "function" || typeof member === "symbol") continue;
      this.parts.push(`${lead}${JSON.stringify(key)}:`);
      yield* this.write(member);
      lead = ",";
    }
    yield* this.#put(lead === "{" ? "{}" : "}", 1);
  }

  *#writeText(text: string): Generator<undefined, void> {
    this.parts.push('"');
    for (let at = 0; at < text.length;) {
      const end = at + PIECE;
      // Halves of one character are written as escapes where they stand alone.
      const stop = isHighSurrogate(text.charCodeAt(end - 1)) ? end + 1 : end;
      yield* this.#put(JSON.stringify(text.slice(at, stop)).slice(1, -1), STRETCH);
      at = stop;
    }
    this.parts.push('"');
  }

  *#put(text: string, values: number): Generator<undefined, void> {
    this.parts.push(text);
    this.#left -= values;
    if (this.#left > 0) return;
    this.#left = STRETCH;
    yield;
  }
}

/** Whether a value is written at once, thousands of its like at a stretch. */
function isShort(value: unknown): boolean {
  return typeof value === "string" ? value.length <= 1000 : typeof value !== "object" || value === null;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
