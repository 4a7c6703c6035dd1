import { isContainer } from "../../model/container.ts";
import type { Figure, Json } from "../../model/figure.ts";

/** Values that are written between two pauses. */
const STRETCH = 4096;

/** Lists of more than values are written one element a line, as long as they are short. */
const LIST = 1000;

/**
 * Writes a figure for people to read: members on lines of their own, each array of values on one line. Pauses after a
 * few milliseconds of work.
 */
export function* figureFileText(figure: Figure | Json): Generator<undefined, string> {
  const parts: string[] = [];
  yield* write(figure as Json, "", parts);
  parts.push("\n");
  return parts.join("");
}

function* write(value: Json, indent: string, parts: string[]): Generator<undefined, void> {
  if (Array.isArray(value)) yield* writeList(value as readonly Json[], indent, parts);
  else if (isContainer(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) parts.push("{}");
    else {
      const inner = `${indent}  `;
      for (const [index, [key, member]] of entries.entries()) {
        parts.push(`${index === 0 ? "{" : ","}\n${inner}${JSON.stringify(key)}: `);
        yield* write(member, inner, parts);
      }
      parts.push(`\n${indent}}`);
    }
  } else parts.push(JSON.stringify(value));
}

function* writeList(list: readonly Json[], indent: string, parts: string[]): Generator<undefined, void> {
  if (list.length === 0) {
    parts.push("[]");
    return;
  }
  if (list.length <= LIST && list.some((item) => Array.isArray(item) || isContainer(item))) {
    const inner = `${indent}  `;
    for (const [index, item] of list.entries()) {
      parts.push(`${index === 0 ? "[" : ","}\n${inner}`);
      yield* write(item, inner, parts);
    }
    parts.push(`\n${indent}]`);
    return;
  }
  for (const [index, item] of list.entries()) {
    parts.push(index === 0 ? "[" : ", ", JSON.stringify(item));
    if (index % STRETCH === STRETCH - 1 || Array.isArray(item)) yield;
  }
  parts.push("]");
}
