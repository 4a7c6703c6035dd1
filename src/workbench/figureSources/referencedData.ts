import type { GridContent } from "../../figure/model/grid.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import { stringifyInSteps } from "../../figure/text/steps/stringifyInSteps.ts";
import type { GridCache } from "../grids/gridCache.ts";

/**
 * Fetches the grids behind references whose data the file does not hold, as bytes of the JSON `{[fid]: GridContent}`.
 * Leaves out grids that cannot be read, since the checks name their references.
 */
export async function referencedData(
  outline: Outline,
  cache: GridCache,
): Promise<{ grids: Uint8Array | undefined; notice: string | undefined }> {
  const wanted = new Set<string>();
  for (const reference of outline.references) {
    if (reference.partner !== undefined || reference.text === undefined) continue;
    const fid = parseSrc(reference.text)?.fid;
    if (fid !== undefined) wanted.add(fid);
  }
  if (wanted.size === 0) return { grids: undefined, notice: undefined };

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
