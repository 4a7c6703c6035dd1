import type { Json } from "../model/figure.ts";

/** Words of a text's place beside its point, in any order and number, as Plotly 1 took them. */
const PLACES =
  /^(?:top|middle|bottom|left|center|centre|right)(?:[ \-_,]*(?:top|middle|bottom|left|center|centre|right))*$/;

/** The full form of a `textposition` such as `"top"`, as the engine reads it; undefined where it needs no change. */
export function cleanTextPosition(written: Json | undefined): Json | undefined {
  if (typeof written === "string") return fullPosition(written);
  if (!Array.isArray(written)) return undefined;
  let changed: Json[] | undefined;
  for (const [index, item] of written.entries()) {
    const position = typeof item === "string" ? fullPosition(item) : undefined;
    if (position === undefined) continue;
    changed ??= [...written];
    changed[index] = position;
  }
  return changed;
}

function fullPosition(written: string): string | undefined {
  if (!PLACES.test(written)) return undefined;
  const has = (place: string): boolean => written.includes(place);
  const vertical = has("top") ? "top" : has("bottom") ? "bottom" : "middle";
  const horizontal = has("left") ? "left" : has("right") ? "right" : "center";
  const full = `${vertical} ${horizontal}`;
  return full === written ? undefined : full;
}

/** The correct name of a palette that older Plotly misspelt; undefined for every other value. */
export function cleanPalette(written: Json | undefined): string | undefined {
  if (written === "YIGnBu") return "YlGnBu";
  return written === "YIOrRd" ? "YlOrRd" : undefined;
}

/**
 * The members for a legend at 100 or -100, which older Plotly drew outside the plot on that side; undefined for every
 * other.
 */
export function cleanLegendSide(
  side: "x" | "y",
  written: Json | undefined,
): { readonly [member: string]: Json } | undefined {
  if (typeof written !== "number") return undefined;
  if (written > 3) return side === "x" ? { x: 1.02, xanchor: "left" } : { y: 1.02, yanchor: "bottom" };
  if (written < -2) return side === "x" ? { x: -0.02, xanchor: "right" } : { y: -0.02, yanchor: "top" };
  return undefined;
}
