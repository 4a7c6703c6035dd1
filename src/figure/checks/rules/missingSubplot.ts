import { formatPath } from "../../model/path.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { withoutNumber } from "../../schema/attributeNames.ts";
import { cleanId } from "../../schema/firstId.ts";
import { removedTraceType, typeMeant } from "../../schema/traceTypes.ts";
import { type FigureNode, member, nodeAt, pathOf, type Structure } from "../../text/structure/structure.ts";
import type { Rule } from "../rule/rule.ts";

/**
 * Members that name an axis which must be one of the figure's. Axes that name one in `matches` that is not there go
 * together all the same.
 */
const axisMembers = new Set(["anchor", "overlaying", "scaleanchor"]);

const STEP = 200;

/** Kinds of subplots that lie on top of each other unless the layout gives them places. */
const placedKinds = new Set(["xaxis", "yaxis", "scene", "polar", "ternary", "smith", "geo", "map"]);

/**
 * Finds second axes and subplots that traces name and the layout does not have. Plotly gives each of them the whole
 * drawing, so that they cover the first ones. That is fine where nothing else is drawn, or where a grid places them.
 */
export const missingSubplot: Rule = {
  code: "missing-subplot",
  severity: "warning",
  title: "An axis or subplot that a trace names and the layout does not have.",
  *check({ structure }) {
    const layout = nodeAt(structure, ["layout"]);
    const template = nodeAt(structure, ["layout", "template", "layout"]);
    const has = (name: string): boolean =>
      [layout, template].some((node) => node !== undefined && (member(node, name) ?? member(node, `${name}1`)));
    const ofTemplate = templateTraces(structure);
    const named = new Map<string, FigureNode>();
    const kinds = new Map<string, Set<string>>();
    // What a matrix of scatter plots makes and places itself.
    const made = new Set<string>();
    for (const { root } of tracesOf(structure.root)) {
      if (root.index % STEP === 0) yield;
      const written = member(root, "type")?.value;
      const type = typeof written === "string" && written !== "" ? (typeMeant(written) ?? instead(written)) : "scatter";
      const pattern = ofTemplate(type);
      if (member(root, "visible")?.value === false) continue;
      if (type === "splom") for (const name of axesOfMatrix(root)) made.add(name);
      for (const [attribute, kind] of attributesOf(type)) {
        const node = member(root, attribute) ?? (pattern && member(pattern, attribute));
        const id = typeof node?.value === "string" ? node.value : undefined;
        const name = id === undefined ? kind : layoutName(id, kind);
        if (name === undefined) continue;
        kinds.set(kind, (kinds.get(kind) ?? new Set()).add(name));
        if (node !== undefined && !named.has(name)) named.set(name, node);
      }
    }
    const isGrid = [layout, template].some((node) => node !== undefined && member(node, "grid") !== undefined);
    for (const [name, node] of named) {
      const kind = withoutNumber(name);
      if (name === kind || has(name) || made.has(name) || (kinds.get(kind)?.size ?? 0) < 2) continue;
      if (isGrid && (kind === "xaxis" || kind === "yaxis")) continue;
      const place = kind === "xaxis" || kind === "yaxis" ? "`domain`, or an `overlaying` axis" : "`domain`";
      yield problem(
        node,
        `The layout has no \`${name}\`, which \`${formatPath(pathOf(node))}\` names: Plotly.js draws it over the whole figure, on top of what else is there. Add \`${name}\` to the layout, with a ${place}.`,
      );
    }
    const known = (id: string): boolean => {
      const name = layoutName(id, `${id[0]}axis`);
      return name === undefined || /^[xy]axis$/.test(name) || has(name) || named.has(name) || made.has(name) || isGrid;
    };
    const axes = layout?.children.filter(({ key }) => /^[xy]axis\d*$/.test(key?.name ?? "")) ?? [];
    for (const node of axes.flatMap(({ children }) => children)) {
      if (!axisMembers.has(node.key?.name ?? "")) continue;
      const { value } = node;
      if (typeof value !== "string" || !/^[xy]\d*$/.test(value) || known(value)) continue;
      yield problem(
        node,
        `\`${formatPath(pathOf(node))}\` names the axis \`${value}\`, which this figure does not have.`,
      );
    }
  },
};

function* tracesOf(figure: FigureNode | undefined): Generator<{ readonly root: FigureNode }> {
  const data = figure && member(figure, "data");
  for (const root of data?.children ?? []) if (root.kind === "object") yield { root };
}

const instead = (type: string): string => removedTraceType(type)?.instead ?? "scatter";

/** The template's trace for the next one of a type: they are taken in turn. */
function templateTraces(structure: Structure): (type: string) => FigureNode | undefined {
  const data = nodeAt(structure, ["layout", "template", "data"]);
  const counts = new Map<string, number>();
  return (type) => {
    const list = data && member(data, type);
    if (list === undefined || list.children.length === 0) return undefined;
    const count = counts.get(type) ?? 0;
    counts.set(type, count + 1);
    return list.children[count % list.children.length];
  };
}

/** One of each letter for each dimension, unless it names them. */
function axesOfMatrix(trace: FigureNode): string[] {
  const count = member(trace, "dimensions")?.children.length ?? 0;
  return ["x", "y"].flatMap((letter) => {
    const ids = member(trace, `${letter}axes`);
    return Array.from({ length: Math.max(count, ids?.children.length ?? 0) }, (_, index) => {
      const id = ids?.children[index]?.value ?? `${letter}${index === 0 ? "" : index + 1}`;
      return layoutName(String(id), `${letter}axis`) ?? "";
    });
  });
}

/** Attributes of a trace that name an axis or subplot, and its kind. */
function attributesOf(type: string): readonly (readonly [string, string])[] {
  const subplot = subplotKinds.find(([pattern]) => pattern.test(type))?.[1];
  if (subplot === undefined)
    return [
      ["xaxis", "xaxis"],
      ["yaxis", "yaxis"],
    ];
  return placedKinds.has(subplot)
    ? [[subplot === "scene" ? "scene" : subplot === "geo" ? "geo" : "subplot", subplot]]
    : [];
}

const subplotKinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:scatter3d|surface|mesh3d|cone|streamtube|isosurface|volume)$/, "scene"],
  [/^(?:scattergeo|choropleth)$/, "geo"],
  [/^(?:scatter|choropleth|density)map$/, "map"],
  [/polar/, "polar"],
  [/ternary$/, "ternary"],
  [/smith$/, "smith"],
  [/^(?:pie|sunburst|treemap|icicle|funnelarea|sankey|table|indicator|parcoords|parcats|splom)$/, "none"],
];

/** `xaxis2` for "x2", `scene3` for "scene3"; undefined for what names none. */
function layoutName(id: string, kind: string): string | undefined {
  const found = /^([a-z]+)(\d*)$/.exec(cleanId(id));
  if (found === null) return undefined;
  const [, base = "", number = ""] = found;
  const short = kind.replace(/axis$/, "");
  return base === short || base === kind ? `${kind}${number}` : undefined;
}

function problem(node: FigureNode, message: string): FigureProblem {
  return { code: "missing-subplot", severity: "warning", span: node.span, message, related: [] };
}
