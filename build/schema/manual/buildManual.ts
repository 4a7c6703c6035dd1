/**
 * Builds the inspector's reference from the schema of the engine that ships, joined with the descriptions of the same
 * version. Equal parts are one node.
 */
import type { ManualTable, ManualTableNode } from "../../../src/figure/manual/manualTable.ts";
import { attributeRule } from "../buildAttributeTable.ts";
import { withoutBraces } from "../json/jsonSchemaText.ts";
import { joinDescriptions } from "../json/jsonSchema.ts";
import { isAttribute, isNode, type PlotAttribute, type PlotNode, type PlotSchema, wholeLayout } from "../plotSchema.ts";

/**
 * @param engine the schema of the engine that ships.
 * @param described the same with descriptions.
 */
export function buildManual(engine: PlotSchema, described: PlotSchema): ManualTable {
  const joined = joinDescriptions(engine, described);
  const nodes: string[] = [];
  const known = new Map<string, number>();
  const intern = (node: ManualTableNode): number => {
    const text = JSON.stringify(node);
    const number = known.get(text) ?? nodes.push(text) - 1;
    known.set(text, number);
    return number;
  };
  const container = (node: PlotNode): number => {
    const members: { [name: string]: number } = {};
    const numbered: string[] = [];
    for (const [name, member] of Object.entries(node)) {
      if (name.startsWith("_") || name === "impliedEdits" || name === "items" || !isNode(member)) continue;
      if (member["_isSubplotObj"] === true) numbered.push(name);
      const [element] = isNode(member["items"]) ? Object.values(member["items"]) : [];
      if (isAttribute(member)) members[name] = intern(manualRule(member));
      else
        members[name] = isNode(element)
          ? intern({ element: container(element), ...descriptionOf(member) })
          : container(member);
    }
    return intern({ members, ...(numbered.length > 0 && { numbered }), ...descriptionOf(node) });
  };
  const roots: { [root: string]: number } = {};
  const types: { [type: string]: string } = {};
  for (const [type, { attributes, meta }] of Object.entries(joined.traces).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const kind: PlotAttribute = { valType: "enumerated", values: Object.keys(engine.traces).toSorted(), dflt: type };
    roots[type] = container({ ...attributes, type: { ...kind, description: "How the data is drawn." } });
    types[type] = withoutBraces(meta?.description ?? "");
  }
  roots["layout"] = container(wholeLayout(joined));
  roots["frame"] = container(Object.values(joined.frames.items)[0] ?? {});
  roots["config"] = container(joined.config);
  return { types, roots, nodes };
}

function manualRule(attribute: PlotNode & PlotAttribute): ManualTableNode {
  const { dflt } = attribute;
  return {
    ...attributeRule(attribute),
    ...(dflt !== undefined && dflt !== null && { dflt }),
    ...descriptionOf(attribute),
  };
}

function descriptionOf({ description }: PlotNode): { description?: string } {
  return typeof description === "string" && description !== "" ? { description: withoutBraces(description) } : {};
}
