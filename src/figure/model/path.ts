import { isContainer } from "./container.ts";
import type { Figure, Json } from "./figure.ts";

/** Keys and indices from the root of the figure: `["data", 0, "marker", "color"]`. */
export type FigurePath = readonly (string | number)[];

/** `data[0].marker.color`, as people write it. */
export function formatPath(path: FigurePath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

const STEP = /\.?([A-Za-z_$][\w$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The path that `formatPath` wrote; undefined for any other text. */
export function readPath(text: string): FigurePath | undefined {
  const path: (string | number)[] = [];
  STEP.lastIndex = 0;
  for (let at = 0; at < text.length; at = STEP.lastIndex) {
    const [, name, place, quoted] = STEP.exec(text) ?? [];
    if (name !== undefined) path.push(name);
    else if (place !== undefined) path.push(Number(place));
    else if (quoted !== undefined) path.push(JSON.parse(quoted) as string);
    else return undefined;
  }
  return path;
}

/** The value at a path of a figure or of a part of one; undefined where there is none. */
export function valueAt(root: Figure | Json | undefined, path: FigurePath): Json | undefined;
export function valueAt(root: unknown, path: FigurePath): unknown;
export function valueAt(root: unknown, path: FigurePath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof step === "number") value = Array.isArray(value) ? (value as readonly unknown[])[step] : undefined;
    else value = isContainer(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}
