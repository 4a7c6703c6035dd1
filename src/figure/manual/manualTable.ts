import type { AttributeRule } from "../schema/attributeTable.ts";

/** The engine's reference as the build writes it: every attribute with what it takes, its default and its description. */
export interface ManualTable {
  /** What each trace type draws. */
  readonly types: { readonly [type: string]: string };
  /** Node number by trace type, and of `layout`, `frame` and `config`. */
  readonly roots: { readonly [root: string]: number };
  /** The JSON text of each node, read when it is first asked for. Equal ones are one. */
  readonly nodes: readonly string[];
}

/** An attribute: its rule, and the engine's own default where it has one. */
export interface ManualRule extends AttributeRule {
  readonly description?: string;
}

export type ManualTableNode =
  | {
      readonly members: { readonly [name: string]: number };
      /** Those that may carry a number from 2 on. */
      readonly numbered?: readonly string[];
      readonly description?: string;
    }
  | { readonly element: number; readonly description?: string }
  | ManualRule;
