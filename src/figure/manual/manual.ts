import type { ManualRule, ManualTable, ManualTableNode } from "./manualTable.ts";

/** Attributes by name, in the order of Plotly's own reference. */
export interface ManualContainer {
  readonly kind: "container";
  readonly names: readonly string[];
  /** Members that may carry a number from 2 on: `xaxis`. */
  readonly numbered: readonly string[];
  readonly description: string;
  /** The attribute `name`. A member that may carry a number is found by its name with one. */
  member(name: string): ManualNode | undefined;
}

export type ManualNode =
  | ManualContainer
  /** An array of objects that all take the same. */
  | { readonly kind: "list"; readonly element: ManualContainer; readonly description: string }
  | { readonly kind: "attribute"; readonly rule: ManualRule };

/** The engine's reference: what there is to set in a figure, and what Plotly says of it. */
export class Manual {
  readonly types: ManualTable["types"];
  readonly #table: ManualTable;
  readonly #nodes = new Map<number, ManualNode>();

  constructor(table: ManualTable) {
    this.#table = table;
    this.types = table.types;
  }

  /** All attributes of a trace type; undefined for a type that the engine does not draw. */
  trace(type: string): ManualContainer | undefined {
    return Object.hasOwn(this.types, type) ? this.#root(type) : undefined;
  }

  get layout(): ManualContainer {
    return this.#root("layout");
  }

  get frame(): ManualContainer {
    return this.#root("frame");
  }

  get config(): ManualContainer {
    return this.#root("config");
  }

  #root(name: string): ManualContainer {
    const node = this.#node(this.#table.roots[name] ?? -1);
    if (node.kind !== "container") throw new Error(`The reference has no ${name}.`);
    return node;
  }

  #node(number: number): ManualNode {
    const known = this.#nodes.get(number);
    if (known !== undefined) return known;
    const text = this.#table.nodes[number];
    if (text === undefined) throw new Error(`The reference has no node ${number}.`);
    const node = this.#made(JSON.parse(text) as ManualTableNode);
    this.#nodes.set(number, node);
    return node;
  }

  #made(node: ManualTableNode): ManualNode {
    if ("members" in node) {
      const { members, numbered = [], description = "" } = node;
      const find = (name: string): number | undefined => {
        if (Object.hasOwn(members, name)) return members[name];
        const base = name.replace(/(?:[2-9]|[1-9]\d+)$/, "");
        return numbered.includes(base) ? members[base] : undefined;
      };
      return {
        kind: "container",
        names: Object.keys(members),
        numbered,
        description,
        member: (name) => {
          const number = find(name);
          return number === undefined ? undefined : this.#node(number);
        },
      };
    }
    if (!("element" in node)) return { kind: "attribute", rule: node };
    const element = this.#node(node.element);
    if (element.kind !== "container") throw new Error("An array of objects has something else for its elements.");
    return { kind: "list", element, description: node.description ?? "" };
  }
}
