import type { GridContent } from "../../figure/model/grid.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import { stringifyInSteps } from "../../figure/text/steps/stringifyInSteps.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Drawing, ReferencedData } from "./figureSource.ts";

/** After this many milliseconds a figure is drawn without the data that it refers to. */
const patienceMilliseconds = 300;

const stillReading =
  "The data that this figure refers to is still being read. Until it is there, the drawing is without it.";

/**
 * Fetches the grids behind references whose data the file does not hold. Leaves out grids that cannot be read, since the
 * checks name their references. What takes longer than `patience` milliseconds comes `later`.
 */
export async function referencedData(
  outline: Outline,
  cache: Pick<GridCache, "content">,
  patience = patienceMilliseconds,
): Promise<Pick<Drawing, "grids" | "notice" | "later">> {
  const wanted = new Set<string>();
  for (const reference of outline.references) {
    if (reference.partner !== undefined || reference.text === undefined) continue;
    const fid = parseSrc(reference.text)?.fid;
    if (fid !== undefined) wanted.add(fid);
  }
  if (wanted.size === 0) return { grids: undefined, notice: undefined };
  const all = contentOf(wanted, cache);
  // Nobody may be left to wait for it.
  all.catch(() => undefined);
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const timer = setTimeout(end, patience);
  try {
    const inTime = await Promise.race([all, over]);
    return inTime ?? { grids: undefined, notice: stillReading, later: all };
  } finally {
    clearTimeout(timer);
  }
}

async function contentOf(wanted: ReadonlySet<string>, cache: Pick<GridCache, "content">): Promise<ReferencedData> {
  const grids: { [fid: string]: GridContent } = {};
  let notice: string | undefined;
  await Promise.all(
    Array.from(wanted, async (fid) => {
      const content = await cache.content(fid);
      if (content.ok) grids[fid] = content.value;
      else if (content.error.code !== "not-found")
        notice = `Data of this figure could not be read. ${content.error.sentence}`;
    }),
  );
  return { grids: new TextEncoder().encode(await inSlices(stringifyInSteps(grids))), notice };
}
