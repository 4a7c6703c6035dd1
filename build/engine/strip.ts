import { parseSync, Visitor } from "oxc-parser";

/** What the engine's attributes say to those who read its reference, and to nobody in a page. */
const told = new Set(["description", "requiredOpts", "otherOpts", "hrName"]);

/** Removes from a module of plotly.js what its own bundles leave out too: the texts of its reference. */
export function withoutReference(file: string, source: string): string {
  if (![...told].some((name) => source.includes(`${name}:`))) return source;
  const cuts: [start: number, end: number][] = [];
  new Visitor({
    ObjectExpression({ properties, end }) {
      for (const [i, member] of properties.entries()) {
        if (member.type !== "Property" || member.computed || member.shorthand) continue;
        if (member.key.type !== "Identifier" || !told.has(member.key.name)) continue;
        cuts.push([member.start, properties[i + 1]?.start ?? end - 1]);
      }
    },
  }).visit(parseSync(file, source, { sourceType: "commonjs" }).program);
  let kept = "";
  let at = 0;
  for (const [start, end] of cuts.toSorted(([one], [other]) => one - other)) {
    if (start < at) continue;
    kept += source.slice(at, start);
    at = end;
  }
  return kept + source.slice(at);
}
