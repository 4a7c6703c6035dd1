import type { Figure } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";
import type { GridContent } from "../../model/grid.ts";
import { expand } from "./expand.ts";
import { mapReferences } from "./mapReferences.ts";
import { parseSrc } from "../../references/srcReference.ts";

/** A reference that could not be replaced by data. Its src key and a value beside it stay as they were. */
export interface UnresolvedReference {
  /** Path of the src key itself: `["data", 0, "xsrc"]`. */
  readonly path: FigurePath;
  readonly src: string;
  readonly reason: "malformed" | "missing-grid" | "missing-column";
}

/**
 * The figure with each reference's data beside its src key, as `content?inline_data=true` answers it.
 *
 * `read` gives a grid by fid, or undefined where there is none or it may not be read; it is called once for each grid.
 * The given figure is not changed; parts without references, and the grids' columns, are shared with the result.
 * References are found by the shape of their keys, not by the trace's type, at any depth of traces, frames and layout.
 * (The recorded service left nested references of layouts and object arrays alone; resolving them is our choice.)
 * Templates, `meta`, `customdata`, `geojson` and the arguments of buttons contain none.
 */
export function inlineColumns(
  figure: Figure,
  read: (fid: string) => GridContent | undefined,
): { figure: Figure; unresolved: readonly UnresolvedReference[] } {
  const grids = new Map<string, GridContent | undefined>();
  const unresolved: UnresolvedReference[] = [];
  const inlined = mapReferences(figure, ({ path, key, src, traceType }) => {
    const selector = parseSrc(src);
    if (selector === undefined) {
      unresolved.push({ path, src, reason: "malformed" });
      return undefined;
    }
    if (!grids.has(selector.fid)) grids.set(selector.fid, read(selector.fid));
    const grid = grids.get(selector.fid);
    if (grid === undefined) {
      unresolved.push({ path, src, reason: "missing-grid" });
      return undefined;
    }
    const value = expand(selector, grid, key, traceType);
    if (value === undefined) unresolved.push({ path, src, reason: "missing-column" });
    return value;
  });
  return { figure: inlined, unresolved };
}

/** The fids of the grids that the figure refers to, each once, in the order of their first mention. */
export function referencedFids(figure: Figure): string[] {
  const fids = new Set<string>();
  mapReferences(figure, ({ src }) => {
    const selector = parseSrc(src);
    if (selector !== undefined) fids.add(selector.fid);
    return undefined;
  });
  return [...fids];
}
