import type { FigurePath } from "../../model/path.ts";
import { parseInSteps } from "../steps/parseInSteps.ts";

const PARTS = ["data", "layout", "frames", "config"] as const;

/** Does what `figureAt` does with a text's value, with a pause after a few milliseconds of work. */
export function* figureAtInSteps(text: string, path: FigurePath): Generator<undefined, unknown> {
  let at = yield* unpackedInSteps(yield* parseInSteps(text));
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = yield* unpackedInSteps((at as { readonly [step: string | number]: unknown })[step]);
  }
  return figureAt(at, []);
}

function* unpackedInSteps(value: unknown): Generator<undefined, unknown> {
  let at = value;
  while (isPacked(at)) at = yield* parseInSteps(at);
  return at;
}

/**
 * The figure at `path` of a file's value. Texts on the way that are JSON, and a `data` or `layout` that is such a text,
 * are parsed. Undefined where the path leads nowhere. Throws where such a text is no JSON.
 */
export function figureAt(value: unknown, path: FigurePath): unknown {
  let at = unpacked(value);
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = unpacked((at as { readonly [step: string | number]: unknown })[step]);
  }
  if (typeof at !== "object" || at === null || Array.isArray(at)) return at;
  const figure = at as { readonly [member: string]: unknown };
  const texts = PARTS.filter((part) => typeof figure[part] === "string");
  if (texts.length === 0) return figure;
  return { ...figure, ...Object.fromEntries(texts.map((part) => [part, unpacked(figure[part])])) };
}

function unpacked(value: unknown): unknown {
  let at = value;
  while (isPacked(at)) at = JSON.parse(at) as unknown;
  return at;
}

function isPacked(value: unknown): value is string {
  return typeof value === "string" && /^\s*[{["]/.test(value);
}
