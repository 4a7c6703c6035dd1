/** Names of the schema that are needed where the table is not: the page does not carry it. */
export interface AttributeNames {
  readonly engine: string;
  /** Names of palettes that stand for a colorscale. */
  readonly palettes: readonly string[];
  /** Members of layout that may carry a number from 2 on: `xaxis2`. */
  readonly subplots: readonly string[];
}

/** The committed table. */
export interface AttributeTable {
  readonly engine: string;
  /** Node number by trace type, and of `layout`, `frame` and `config`. */
  readonly roots: { readonly [root: string]: number };
  /** The JSON text of each node, read when it is first asked for. */
  readonly nodes: readonly string[];
}

/** A node of the table. */
export type TableNode =
  | {
      readonly members: { readonly [name: string]: number };
      /** Those that may carry a number from 2 on: `yaxis2` of a range slider. */
      readonly numbered?: readonly string[];
    }
  | { readonly element: number }
  | AttributeRule;

/** The values that an attribute takes, in the words of Plotly's schema. */
export interface AttributeRule {
  readonly valType: ValType;
  readonly arrayOk?: boolean;
  /** The default, where it is none of the values that the attribute takes otherwise: "auto" for a number. */
  readonly dflt?: unknown;
  readonly values?: readonly unknown[];
  readonly flags?: readonly string[];
  readonly extras?: readonly unknown[];
  readonly min?: number;
  readonly max?: number;
  readonly coerceNumber?: boolean;
  readonly strict?: boolean;
  readonly noBlank?: boolean;
  /** The shape of a subplot's id. */
  readonly regex?: string;
  readonly items?: AttributeRule | readonly AttributeRule[] | readonly (readonly AttributeRule[])[];
  readonly freeLength?: boolean;
  readonly dimensions?: number | string;
}

/** Every kind of attribute that Plotly's schema has. */
export const valTypes = [
  "any",
  "angle",
  "boolean",
  "color",
  "colorlist",
  "colorscale",
  "data_array",
  "enumerated",
  "flaglist",
  "info_array",
  "integer",
  "number",
  "string",
  "subplotid",
] as const;

export type ValType = (typeof valTypes)[number];
