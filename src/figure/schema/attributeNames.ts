import names from "./attributeNames.generated.json" with { type: "json" };
import type { AttributeNames } from "./attributeTable.ts";

const data: AttributeNames = names;
const subplots = new Set(data.subplots);

/** Names that stand for a colorscale, as the engine writes them. */
export const palettes: readonly string[] = data.palettes;

/** `xaxis` for `xaxis2`; any other name as it is. */
export function withoutNumber(name: string): string {
  const base = name.replace(/(?:[2-9]|[1-9]\d+)$/, "");
  return subplots.has(base) ? base : name;
}
