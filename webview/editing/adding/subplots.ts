import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Json } from "../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { type Attributes, isAttributes } from "../../reading/attributes.ts";

/** A place for a trace, and the edits that make it. */
export interface TracePlace {
  readonly edits: readonly FigureEdit[];
  /** What the trace has then: `{xaxis: "x2", yaxis: "y2"}`. */
  readonly axes: Readonly<Record<string, string>>;
}

/** Part of the room, in one direction, that stays for what is there, and that the new subplot gets. */
const kept = [0.45, 0.55] as const;

/** A figure with all defaults, as plotly.js draws it. */
export interface FullFigure {
  readonly layout: Attributes;
  readonly data: readonly (Attributes & { readonly index: number })[];
}

/**
 * Makes room for one more subplot, below or beside all that is there, and adds its axes.
 */
export function anotherSubplot({ layout: full, data }: FullFigure, where: "below" | "beside"): TracePlace {
  const direction = where === "below" ? "y" : "x";
  const [size, gap] = kept;
  // From the bottom and from the left: what is there keeps the upper half, or the left one.
  const move = (at: number): number => round(where === "below" ? gap + at * size : at * size);
  const edits: FigureEdit[] = [];
  const put = (path: FigurePath, domain: unknown): void => {
    if (!Array.isArray(domain) || typeof domain[0] !== "number" || typeof domain[1] !== "number") return;
    edits.push({ act: "set", path, value: [move(domain[0]), move(domain[1])] satisfies Json });
  };
  for (const [name, part] of Object.entries(full)) {
    if (!isAttributes(part)) continue;
    if (/^[xy]axis\d*$/.test(name)) {
      // An axis over another one lies where that does.
      if (name.startsWith(direction) && typeof part["overlaying"] !== "string")
        put(["layout", name, "domain"], part["domain"]);
    } else if (isAttributes(part["domain"]) && /^(?:scene|geo|map|mapbox|polar|ternary|smith)\d*$/.test(name))
      put(["layout", name, "domain", direction], part["domain"][direction]);
  }
  for (const { index, domain } of data)
    if (isAttributes(domain)) put(["data", index, "domain", direction], domain[direction]);
  // The titles of subplots are annotations on the paper.
  const notes: readonly unknown[] = Array.isArray(full["annotations"]) ? full["annotations"] : [];
  for (const [index, note] of notes.entries()) {
    const at = isAttributes(note) && note[`${direction}ref`] === "paper" ? note[direction] : undefined;
    if (typeof at === "number" && at >= 0 && at <= 1)
      edits.push({ act: "set", path: ["layout", "annotations", index, direction], value: move(at) });
  }
  const xaxis = freeAxis(full, "x");
  const yaxis = freeAxis(full, "y");
  const free = where === "below" ? [0, size] : [gap, 1];
  const [x, y] = [idOf(xaxis), idOf(yaxis)];
  edits.push({
    act: "set",
    path: ["layout", xaxis],
    value: { anchor: y, ...(where === "beside" && { domain: free }) },
  });
  edits.push({
    act: "set",
    path: ["layout", yaxis],
    value: { anchor: x, ...(where === "below" && { domain: free }) },
  });
  return { edits, axes: { xaxis: x, yaxis: y } };
}

/** A second axis over the first one, on the other side. */
export function anotherAxis(full: Attributes, letter: "x" | "y", side: "right" | "top"): TracePlace {
  const name = freeAxis(full, letter);
  return {
    edits: [{ act: "set", path: ["layout", name], value: { overlaying: letter, side } }],
    axes: { [`${letter}axis`]: idOf(name) },
  };
}

/** `"yaxis3"` where there are two. */
function freeAxis(full: Attributes, letter: "x" | "y"): string {
  for (let number = 2; ; number++) {
    const name = `${letter}axis${number}`;
    if (!isAttributes(full[name])) return name;
  }
}

/** `"x2"` of `"xaxis2"`. */
const idOf = (name: string): string => name.replace("axis", "");

const round = (part: number): number => Number(part.toFixed(4));
