import { isContainer } from "../../model/container.ts";
import type { FigurePath } from "../../model/path.ts";

/** Types that the same data can feed: what is the first, second and third of it is called differently in each. */
const families: readonly { readonly [type: string]: readonly string[] }[] = [
  {
    scatter: ["x", "y"],
    scattergl: ["x", "y"],
    bar: ["x", "y"],
    box: ["x", "y"],
    violin: ["x", "y"],
    waterfall: ["x", "y"],
    funnel: ["x", "y"],
    histogram: ["x", "y"],
    histogram2d: ["x", "y"],
    histogram2dcontour: ["x", "y"],
    pie: ["labels", "values"],
    funnelarea: ["labels", "values"],
    scatterpolar: ["theta", "r"],
    scatterpolargl: ["theta", "r"],
    barpolar: ["theta", "r"],
  },
  { heatmap: ["x", "y", "z"], contour: ["x", "y", "z"], surface: ["x", "y", "z"] },
  { scatter3d: ["x", "y", "z"], mesh3d: ["x", "y", "z"] },
  { volume: ["x", "y", "z", "value"], isosurface: ["x", "y", "z", "value"] },
  { cone: ["x", "y", "z", "u", "v", "w"], streamtube: ["x", "y", "z", "u", "v", "w"] },
  { scattergeo: ["lat", "lon"], scattermap: ["lat", "lon"], densitymap: ["lat", "lon"] },
  { choropleth: ["locations", "z"], choroplethmap: ["locations", "z"] },
  { sunburst: ["labels", "values"], treemap: ["labels", "values"], icicle: ["labels", "values"] },
  { ohlc: ["x"], candlestick: ["x"] },
];

/** Attributes by name, of whichever table of the engine's schema is at hand. */
interface Attributes {
  member(
    name: string,
  ): ({ readonly kind: "container" } & Attributes) | { readonly kind: "list" | "attribute" } | undefined;
}

/** A type that a trace can be drawn as instead. */
export interface TraceKind {
  readonly type: string;
  /** Names of data that change: `x` becomes `labels`. */
  readonly renames: ReadonlyMap<string, string>;
  /** What is written in the trace and the other type does not have. */
  readonly lost: readonly FigurePath[];
}

/**
 * The types that can draw the data of a trace, with what each would lose of what is written in it.
 * @param attributesOf all attributes of a trace type; undefined for a type that the engine does not draw.
 */
export function traceKinds(
  trace: unknown,
  type: string,
  attributesOf: (type: string) => Attributes | undefined,
): TraceKind[] {
  const family = families.find((each) => Object.hasOwn(each, type));
  const own = family?.[type];
  if (family === undefined || own === undefined) return [];
  return Object.entries(family).flatMap(([other, names]): TraceKind[] => {
    const attributes = attributesOf(other);
    if (other === type || attributes === undefined) return [];
    const renames = new Map(
      own.flatMap((name, index) => (names[index] === name ? [] : [[name, names[index] ?? name]])),
    );
    return [{ type: other, renames, lost: lostIn(trace, attributes, renames) }];
  });
}

/** What a trace has written that a type does not take, containers as a whole where nothing in them is taken. */
function lostIn(trace: unknown, attributes: Attributes, renames: ReadonlyMap<string, string>): FigurePath[] {
  const visit = (value: unknown, container: Attributes, path: FigurePath): FigurePath[] => {
    if (!isContainer(value)) return [];
    return Object.entries(value).flatMap(([name, member]): FigurePath[] => {
      const at = [...path, name];
      if (path.length === 0 && (name === "type" || name === "uid" || renamed(name, renames) !== name)) return [];
      const base = name.replace(/src$/, "");
      const node = container.member(name) ?? (base === name ? undefined : container.member(base));
      if (node === undefined) return [at];
      return node.kind === "container" ? visit(member, node, at) : [];
    });
  };
  return visit(trace, attributes, []);
}

/** `labels` for `x`, and `labelssrc` for `xsrc`. */
export function renamed(name: string, renames: ReadonlyMap<string, string>): string {
  const base = name.replace(/src$/, "");
  const other = renames.get(base);
  return other === undefined ? name : `${other}${name.slice(base.length)}`;
}
