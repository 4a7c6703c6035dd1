/** A container of Plotly's schema: attributes, more containers, and marks of its own that are no objects. */
export interface PlotNode {
  readonly [member: string]: unknown;
}

/** What is read of `Plotly.PlotSchema.get()`, and of plot-schema.json of the same version, which has descriptions. */
export interface PlotSchema {
  readonly traces: {
    readonly [type: string]: {
      readonly attributes: PlotNode;
      readonly layoutAttributes?: PlotNode;
      readonly meta?: { readonly description?: string };
    };
  };
  readonly layout: { readonly layoutAttributes: PlotNode };
  readonly frames: { readonly items: { readonly [element: string]: PlotNode } };
  readonly config: PlotNode;
}

/** An attribute of Plotly's schema. */
export interface PlotAttribute {
  readonly valType: string;
  readonly description?: string;
  readonly arrayOk?: boolean;
  readonly dflt?: unknown;
  readonly values?: readonly unknown[];
  readonly flags?: readonly string[];
  readonly extras?: readonly unknown[];
  readonly min?: number;
  readonly max?: number;
  readonly coerceNumber?: boolean;
  readonly strict?: boolean;
  readonly regex?: string;
  readonly items?: PlotAttribute | readonly PlotAttribute[];
  readonly dimensions?: number | string;
}

/** The layout with what the trace types add to it: those on a subplot to that, as bars of polar charts do. */
export function wholeLayout(engine: PlotSchema): PlotNode {
  let layout = engine.layout.layoutAttributes;
  for (const type of Object.keys(engine.traces).toSorted().toReversed()) {
    const { attributes = {}, layoutAttributes } = engine.traces[type] ?? {};
    const { subplot } = attributes;
    const name = isNode(subplot) && typeof subplot["dflt"] === "string" ? subplot["dflt"] : undefined;
    const added = name === undefined ? layoutAttributes : { [name]: { ...layoutAttributes, ...orNone(layout[name]) } };
    layout = { ...added, ...layout, ...(name !== undefined && added) };
  }
  return layout;
}

const orNone = (value: unknown): PlotNode => (isNode(value) ? value : {});

export function isAttribute(node: PlotNode): node is PlotNode & PlotAttribute {
  return typeof node["valType"] === "string";
}

export function isNode(value: unknown): value is PlotNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
