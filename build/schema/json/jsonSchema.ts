/**
 * Builds the JSON Schema of a figure file from the engine's own schema, for VS Code's JSON service: completion, hover
 * and colours. It refuses nothing: what is wrong in a figure its own rules say, once.
 */
import { shareDefinitions } from "./jsonSchemaDefs.ts";
import type { JsonSchema } from "./jsonSchemaNode.ts";
import { figureSnippets, traceSnippets } from "./jsonSchemaSnippets.ts";
import { describe, markdown } from "./jsonSchemaText.ts";
import { memberSortText, typeSortText } from "./jsonSchemaOrder.ts";
import { valueProposals } from "./jsonSchemaValue.ts";
import { isAttribute, isNode, type PlotAttribute, type PlotNode, type PlotSchema, wholeLayout } from "../plotSchema.ts";
import type { OlderAttributes } from "../buildDataTable.ts";
import { olderAttributesOf } from "../../../src/figure/schema/olderAttributes.ts";

const number = "([2-9]|[1-9][0-9]+)";

/** The first of these may carry a 1. */
const withOne = /^([xy]axis|scene)$/;

/** How many trace types are looked at together: a trace is compared with about twice its root. */
const groupSize = 8;

/** Marks that are objects and no members. */
const marks = new Set(["impliedEdits", "items"]);

/**
 * @param engine the schema of the engine that ships.
 * @param described the same with descriptions, where there are any.
 * @param removed trace types that the engine no longer draws, with what took their place.
 */
export function figureJsonSchema(
  engine: PlotSchema,
  described: PlotSchema,
  removed: OlderAttributes["removed"],
): JsonSchema {
  const { traces, layout, frames, config } = joinDescriptions(engine, described);
  const types = Object.keys(traces).toSorted();
  const named: { [name: string]: JsonSchema } = {};
  for (const type of types) named[type] = container(traces[type]?.attributes ?? {}, type);
  for (const [type, { instead }] of Object.entries(removed)) named[type] = removedTrace(named[instead] ?? {});
  named["traceOfType"] = traceOfType(Object.keys(named));
  named["trace"] = {
    ...ref("traceOfType"),
    properties: { type: inOrder("type", traceType(types, traces)) },
    // Without a type the engine draws a scatter.
    if: { required: ["type"] },
    else: ref("scatter"),
    defaultSnippets: traceSnippets,
  };
  named["layout"] = layoutSchema(wholeLayout({ traces, layout, frames, config }));
  const frame = container(Object.values(frames.items)[0] ?? {}, "frame");
  const figure: JsonSchema = {
    // The last draft with tuples in `items`, and the first with keywords beside `$ref`: in draft-07 VS Code drops them.
    $schema: "https://json-schema.org/draft/2019-09/schema",
    title: "Plotly figure",
    properties: {
      data: {
        items: ref("trace"),
        description: "The traces: each draws one set of data in one way.",
      },
      layout: {
        ...ref("layout"),
        description: "All that is no data: titles, axes, legend, colours, shapes, annotations, size.",
      },
      frames: {
        items: {
          ...frame,
          properties: {
            ...frame.properties,
            // A trace of a frame mostly leaves out its type, which is that of the trace it changes.
            data: { items: ref("traceOfType"), ...textOf(frame, "data") },
            layout: { ...ref("layout"), ...textOf(frame, "layout") },
          },
        },
        description: "States of an animation: what changes in traces and layout from one to the next.",
      },
      config: {
        ...container(config, "config"),
        description: "How the drawing behaves on a page: buttons, zooming, language.",
      },
    },
    defaultSnippets: figureSnippets,
  };
  return shareDefinitions(figure, named);
}

/** The engine's nodes with the other's descriptions; what only one of them has is the engine's. */
export function joinDescriptions<Node>(engine: Node, described: unknown): Node {
  if (Array.isArray(engine))
    return engine.map((item, index) => joinDescriptions(item, memberOf(described, String(index)))) as Node;
  if (!isNode(engine)) return engine;
  const joined: { [member: string]: unknown } = {};
  for (const [name, member] of Object.entries(engine))
    joined[name] = joinDescriptions(member, memberOf(described, name));
  const description = memberOf(described, "description");
  return (typeof description === "string" ? { ...joined, description } : joined) as Node;
}

/** Attributes and containers inside a container, with the `src` keys that plotly.js 4 no longer lists. */
function container(node: PlotNode, path: string): JsonSchema {
  const properties: { [name: string]: JsonSchema } = {};
  const patternProperties: { [pattern: string]: JsonSchema } = {};
  for (const [name, member] of Object.entries(node)) {
    if (name.startsWith("_") || marks.has(name) || !isNode(member)) continue;
    const inside = `${path}.${name}`;
    properties[name] = isAttribute(member)
      ? attribute(member)
      : (objectArray(member, inside) ?? container(member, inside));
    properties[name] = inOrder(name, properties[name]);
    if (member["_isSubplotObj"] === true)
      patternProperties[`^${name}${path === "layout" && withOne.test(name) ? "[1-9][0-9]*" : number}$`] =
        properties[name];
    if (isAttribute(member) && (member.valType === "data_array" || member.arrayOk === true))
      properties[`${name}src`] = sourceKey;
  }
  // Explained under the pointer and not proposed; that they are no more the figure's own checks say.
  for (const { name, message: markdownDescription } of olderAttributesOf(path))
    properties[name] ??= { markdownDescription, doNotSuggest: true };
  const isNumbered = Object.keys(patternProperties).length > 0;
  return { properties, ...(isNumbered && { patternProperties }), ...textOfNode(node) };
}

function inOrder(name: string, schema: JsonSchema): JsonSchema {
  const suggestSortText = memberSortText(name);
  return suggestSortText === undefined ? schema : { ...schema, suggestSortText };
}

function objectArray(node: PlotNode, path: string): JsonSchema | undefined {
  const [element] = isNode(node["items"]) ? Object.values(node["items"]) : [];
  if (!isNode(element)) return undefined;
  return { items: container(element, `${path}[]`), ...textOfNode(node) };
}

function attribute(node: PlotAttribute): JsonSchema {
  const { dflt, description } = node;
  return {
    ...valueProposals(node),
    ...(dflt !== undefined && dflt !== null && dflt !== "" && { default: dflt }),
    ...(description !== undefined && describe(description)),
  };
}

const sourceKey: JsonSchema = {
  defaultSnippets: [{ label: "owner:grid:uid", body: '^"$1"' }],
  markdownDescription:
    "A reference to a grid's column, in place of the values in the attribute of the same name without `src`: `owner:grid:uid`, such as `anna:12:a1b2c3`.",
};

/** By its type, a trace gets the attributes of that type. Two steps, since a figure may have thousands of traces. */
function traceOfType(types: readonly string[]): JsonSchema {
  const groups = Array.from({ length: Math.ceil(types.length / groupSize) }, (_, index) =>
    types.slice(index * groupSize, (index + 1) * groupSize),
  );
  return {
    allOf: groups.map((group) => ({
      if: isOfType(group),
      then: { allOf: group.map((type) => ({ if: isOfType([type]), then: ref(type) })) },
    })),
  };
}

function isOfType(types: readonly string[]): JsonSchema {
  // A pattern and no enumeration, since VS Code proposes the values of those even from conditions; and the member itself.
  const type = inOrder("type", { type: "string", pattern: `^(${types.join("|")})$` });
  return { properties: { type }, required: ["type"] };
}

function traceType(types: readonly string[], traces: PlotSchema["traces"]): JsonSchema {
  return {
    description: "How the data is drawn.",
    // The enumeration is what is proposed. Whatever else is written is taken here: the figure's own checks name the type
    // that was meant, or what took the place of a removed one.
    anyOf: [
      {
        enum: types,
        enumSortTexts: types.map(typeSortText),
        markdownEnumDescriptions: types.map((type) => markdown(traces[type]?.meta?.description ?? "")),
      },
      {},
    ],
  };
}

/** What took its place, but for the subplot, which was of another kind. */
function removedTrace(instead: JsonSchema): JsonSchema {
  const { subplot, ...properties } = instead.properties ?? {};
  return subplot === undefined ? instead : { ...instead, properties };
}

function layoutSchema(all: PlotNode): JsonSchema {
  const schema = container(all, "layout");
  const properties: { [name: string]: JsonSchema } = { ...schema.properties };
  // Only what is named is proposed.
  for (const name of ["xaxis", "yaxis"]) {
    const axis = properties[name];
    if (axis !== undefined) properties[`${name}2`] = axis;
  }
  const { template } = properties;
  properties["template"] = {
    ...template,
    properties: { layout: ref("layout"), data: { properties: {} } },
  };
  return { ...schema, properties };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

function textOf(schema: JsonSchema, name: string): JsonSchema {
  const { description, markdownDescription } = schema.properties?.[name] ?? {};
  return {
    ...(description !== undefined && { description }),
    ...(markdownDescription !== undefined && { markdownDescription }),
  };
}

function textOfNode({ description }: PlotNode): JsonSchema {
  return typeof description === "string" ? describe(description) : {};
}

function memberOf(node: unknown, name: string): unknown {
  return typeof node === "object" && node !== null ? (node as { readonly [name: string]: unknown })[name] : undefined;
}
