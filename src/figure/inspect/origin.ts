import { type FigurePath, valueAt } from "../model/path.ts";
import type { Json } from "../model/figure.ts";
import { sameJson } from "../model/sameJson.ts";
import type { ManualRule } from "../manual/manualTable.ts";
import { drawnAt, type Inspected, typeAt, writtenAt } from "./inspected.ts";

/** Where the value of an attribute comes from. */
export type Origin =
  /** It stands in the figure, and can be taken out. */
  | { readonly from: "written"; readonly value: unknown }
  /** The figure's template sets it, at this path. */
  | { readonly from: "template"; readonly value: unknown; readonly path: FigurePath }
  /** Nothing sets it: Plotly has a value for that. */
  | { readonly from: "default"; readonly value: unknown }
  /** The engine works it out, from the data or from other attributes. */
  | { readonly from: "computed"; readonly value: unknown }
  /** It has no effect on the figure as it is. */
  | { readonly from: "unused"; readonly value: unknown };

/** Where the value at a path comes from, and what it is now. */
export function originOf(figure: Inspected, path: FigurePath, rule: ManualRule): Origin {
  const written = writtenAt(figure, path) ?? olderTitle(figure, path);
  if (written !== undefined && written !== null) return { from: "written", value: written };
  const drawn = drawnAt(figure, path);
  const template = templatePath(figure, path);
  const templated = template === undefined ? undefined : writtenAt(figure, template);
  if (
    template !== undefined &&
    templated !== undefined &&
    (drawn === undefined || sameJson(drawn as Json, templated as Json))
  )
    return { from: "template", value: templated, path: template };
  if (drawn === undefined) {
    const isDrawn = path[0] === "data" || path[0] === "layout";
    return { from: isDrawn && isPartDrawn(figure, path) ? "unused" : "default", value: rule.dflt };
  }
  return {
    from: rule.dflt !== undefined && sameJson(drawn as Json, rule.dflt as Json) ? "default" : "computed",
    value: drawn,
  };
}

/** A title that is written as a text, as Plotly 2 had it. */
export function olderTitle(figure: Inspected, path: FigurePath): unknown {
  if (path.at(-1) !== "text" || path.at(-2) !== "title") return undefined;
  const title = writtenAt(figure, path.slice(0, -1));
  return typeof title === "string" ? title : undefined;
}

const isPartDrawn = (figure: Inspected, path: FigurePath): boolean =>
  typeof drawnAt(figure, path.slice(0, 2)) === "object" || path[0] === "layout";

/** Where the figure's template has what holds at a path; undefined where no template can. */
export function templatePath(figure: Inspected, path: FigurePath): FigurePath | undefined {
  const template: FigurePath = ["layout", "template"];
  const [root, first, second, ...rest] = path;
  if (typeof writtenAt(figure, template) !== "object" || first === "template") return undefined;
  if (root === "data" && typeof first === "number") {
    const type = typeAt(figure, path);
    const list: FigurePath = [...template, "data", type];
    const own = writtenAt(figure, list);
    if (!Array.isArray(own) || own.length === 0) return undefined;
    const traces = valueAt(figure.written, ["data"]);
    const before = (Array.isArray(traces) ? traces.slice(0, first) : []).filter(
      (_, index) => typeAt(figure, ["data", index]) === type,
    ).length;
    return [...list, before % own.length, ...path.slice(2)];
  }
  if (root !== "layout" || typeof first !== "string") return undefined;
  const direct: FigurePath = [...template, ...path];
  if (typeof second === "number") return [...template, "layout", `${first.replace(/s$/, "")}defaults`, ...rest];
  if (writtenAt(figure, direct) !== undefined) return direct;
  return [...template, "layout", first.replace(/(?:[2-9]|[1-9]\d+)$/, ""), ...path.slice(2)];
}
