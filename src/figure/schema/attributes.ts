import type { FigurePath } from "../model/path.ts";
import table from "./attributes.generated.json" with { type: "json" };
import { withoutNumber } from "./attributeNames.ts";
import { traceTypes } from "./traceTypes.ts";
import type { AttributeRule, AttributeTable, TableNode } from "./attributeTable.ts";
import { firstMember } from "./firstId.ts";

export type { AttributeRule } from "./attributeTable.ts";

/** Attributes by name. Equal containers are one object. */
export interface AttributeContainer {
  readonly kind: "container";
  readonly names: readonly string[];
  /** The attribute `name` of this container. A member that may carry a number is found by its name with one. */
  member(name: string): AttributeNode | undefined;
}

/** An attribute, a container or a list of containers in Plotly's schema. */
export type AttributeNode =
  | AttributeContainer
  /** An array of objects that all take the same: `annotations`. */
  | { readonly kind: "list"; readonly element: AttributeContainer }
  | { readonly kind: "attribute"; readonly rule: AttributeRule };

const data: AttributeTable = table;
const nodes = new Map<number, AttributeNode>();
let layout: AttributeContainer | undefined;
let anyTrace: AttributeContainer | undefined;

/** All attributes of a trace type; undefined for a type that the engine does not draw. */
export function traceAttributes(type: string): AttributeContainer | undefined {
  return Object.hasOwn(data.roots, type) && !["layout", "frame", "config"].includes(type) ? rootOf(type) : undefined;
}

/**
 * All attributes of a trace whose type is not known: those of every type together. Where types differ in the values
 * that they take, any value is right.
 */
export const anyTraceAttributes = (): AttributeContainer =>
  (anyTrace ??= union(traceTypes.map((type) => rootOf(type))));

/** All attributes of a layout, for traces of any type. */
export const layoutAttributes = (): AttributeContainer => (layout ??= withFirst(rootOf("layout")));
export const frameAttributes = (): AttributeContainer => rootOf("frame");
export const configAttributes = (): AttributeContainer => rootOf("config");

/** The attribute at `path` below a container: `["marker", "color"]`, `["dimensions", 0, "values"]`. */
export function attributeAt(container: AttributeContainer, path: FigurePath): AttributeNode | undefined {
  let node: AttributeNode | undefined = container;
  for (const step of path) {
    if (node?.kind === "container") node = node.member(String(step));
    else if (node?.kind === "list") node = node.element;
    else return undefined;
  }
  return node;
}

function withFirst(container: AttributeContainer): AttributeContainer {
  return { ...container, member: (name) => container.member(firstMember(name) ?? name) };
}

const anything: AttributeNode = { kind: "attribute", rule: { valType: "any" } };

function union(containers: readonly AttributeContainer[]): AttributeContainer {
  const members = new Map<string, AttributeNode | undefined>();
  return {
    kind: "container",
    names: [...new Set(containers.flatMap(({ names }) => names))],
    member(name) {
      if (!members.has(name)) members.set(name, together(containers.flatMap((one) => one.member(name) ?? [])));
      return members.get(name);
    },
  };
}

function together(all: readonly AttributeNode[]): AttributeNode | undefined {
  const [first] = all;
  if (first === undefined || all.every((one) => one === first)) return first;
  const containers = all.flatMap((one) => (one.kind === "container" ? [one] : []));
  if (containers.length === all.length) return union(containers);
  const elements = all.flatMap((one) => (one.kind === "list" ? [one.element] : []));
  return elements.length === all.length ? { kind: "list", element: union(elements) } : anything;
}

function rootOf(root: string): AttributeContainer {
  const node = nodeOf(data.roots[root] ?? -1);
  if (node.kind !== "container") throw new Error(`The table of attributes has no ${root}.`);
  return node;
}

function nodeOf(number: number): AttributeNode {
  const known = nodes.get(number);
  if (known !== undefined) return known;
  const text = data.nodes[number];
  if (text === undefined) throw new Error(`The table of attributes has no node ${number}.`);
  const node = made(JSON.parse(text) as TableNode);
  nodes.set(number, node);
  return node;
}

function made(node: TableNode): AttributeNode {
  if ("members" in node) {
    const { members, numbered = [] } = node;
    const nameOf = (name: string): string => {
      const base = withoutNumber(name);
      return numbered.includes(base) ? base : name;
    };
    return {
      kind: "container",
      names: Object.keys(members),
      member(name) {
        const known = Object.hasOwn(members, name) || numbered.length === 0 ? name : nameOf(name);
        const number = Object.hasOwn(members, known) ? members[known] : undefined;
        return number === undefined ? undefined : nodeOf(number);
      },
    };
  }
  if (!("element" in node)) return { kind: "attribute", rule: node };
  const element = nodeOf(node.element);
  if (element.kind !== "container") throw new Error("An array of objects has something else for its elements.");
  return { kind: "list", element };
}
