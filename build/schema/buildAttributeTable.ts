/**
 * Builds the table of all attributes, and the names beside it, from the schema of the engine that ships: what each takes, as the checks need it.
 * Equal parts are one node.
 */
import {
  type AttributeRule,
  type AttributeNames,
  type AttributeTable,
  type TableNode,
  valTypes,
} from "../../src/figure/schema/attributeTable.ts";
import { isColor } from "../../src/figure/colors/colorText.ts";
import { isAttribute, isNode, type PlotAttribute, type PlotNode, type PlotSchema, wholeLayout } from "./plotSchema.ts";

const kept = [
  "valType",
  "arrayOk",
  "values",
  "flags",
  "extras",
  "min",
  "max",
  "coerceNumber",
  "strict",
  "noBlank",
  "regex",
  "freeLength",
  "dimensions",
] as const;

/** Throws where the engine has a kind of attribute that is not known here. */
export function buildAttributeTable(
  engine: PlotSchema,
  version: string,
  /** Plotly's own words for a colorscale, which list the palettes. */
  colorscale: string,
): AttributeTable & AttributeNames {
  const nodes: string[] = [];
  const known = new Map<string, number>();
  const intern = (node: TableNode): number => {
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
      if (isAttribute(member)) members[name] = intern(attributeRule(member));
      else members[name] = isNode(element) ? intern({ element: container(element) }) : container(member);
    }
    return intern(numbered.length === 0 ? { members } : { members, numbered });
  };
  const types = Object.keys(engine.traces).toSorted();
  const roots: { [root: string]: number } = {};
  for (const type of types) {
    const any = { valType: "any" };
    roots[type] = container({ ...engine.traces[type]?.attributes, type: any });
  }
  roots["layout"] = container(wholeLayout(engine));
  roots["frame"] = container(Object.values(engine.frames.items)[0] ?? {});
  roots["config"] = container(engine.config);
  const subplots = Object.entries(engine.layout.layoutAttributes)
    .filter(([, member]) => isNode(member) && member["_isSubplotObj"] === true)
    .map(([name]) => name);
  const palettes = (/any of ([\w, ]+)\)/.exec(colorscale)?.[1] ?? "").split(/[\s,]+/).filter((name) => name !== "");
  if (palettes.length < 10) throw new Error("Plotly's description of colorscale lists no palettes.");
  return { engine: `plotly.js ${version}`, palettes, subplots, roots, nodes };
}

/** What the checks need of an attribute of the schema. */
export function attributeRule(attribute: PlotAttribute): AttributeRule {
  if (!valTypes.some((type) => type === attribute.valType))
    throw new Error(`Plotly's schema has a kind of attribute that is not known here: ${attribute.valType}.`);
  const rule: { [key: string]: unknown } = {};
  for (const key of kept) {
    const value = (attribute as unknown as { readonly [key: string]: unknown })[key];
    if (value !== undefined && value !== false) rule[key] = value;
  }
  const { valType, dflt } = attribute;
  const computed = typeof dflt === "string" || typeof dflt === "boolean";
  if ((valType === "number" || valType === "integer") && computed) rule["dflt"] = dflt;
  if (valType === "color" && typeof dflt === "string" && !isColor(dflt)) rule["dflt"] = dflt;
  if (valType === "subplotid" || (valType === "flaglist" && dflt === "")) rule["dflt"] = dflt;
  if (attribute.items !== undefined) rule["items"] = items(attribute.items);
  return rule as unknown as AttributeRule;
}

type Items = PlotAttribute | readonly PlotAttribute[] | readonly (readonly PlotAttribute[])[];

function items(given: Items | PlotAttribute): unknown {
  return Array.isArray(given) ? given.map((item: PlotAttribute) => items(item)) : attributeRule(given as PlotAttribute);
}
