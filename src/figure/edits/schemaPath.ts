import type { FigurePath } from "../model/path.ts";
import { withoutNumber } from "../schema/attributeNames.ts";
import { firstMember } from "../schema/firstId.ts";

/**
 * The path as the tables of attributes have it: from a trace's type, `layout`, `frame` or `config` on, with `[]` for the
 * element of a list. `layout.xaxis.title`, `bar.marker`, `layout.annotations[]`. Templates have the paths of what they
 * are for. Undefined for what is none of these. `typeOf` gives the type of the trace at a path.
 */
export function schemaPathOf(path: FigurePath, typeOf: (trace: FigurePath) => string | undefined): string | undefined {
  const [first, second, third, fourth] = path;
  if (first === "data")
    return typeof second === "number" ? below(typeOf(path.slice(0, 2)) ?? "scatter", path.slice(2)) : undefined;
  if (first === "layout" && second === "template") {
    if (third === "layout") return below("layout", path.slice(3));
    const isTrace = third === "data" && typeof fourth === "string" && path.length > 4;
    return isTrace ? below(fourth, path.slice(5)) : undefined;
  }
  if (first === "layout" || first === "config") return below(first, path.slice(1));
  if (first !== "frames" || typeof second !== "number") return undefined;
  if (third === "layout") return below("layout", path.slice(3));
  if (third !== "data") return below("frame", path.slice(2));
  if (typeof fourth !== "number") return undefined;
  return below(typeOf(path.slice(0, 4)) ?? typeOf(["data", fourth]) ?? "scatter", path.slice(4));
}

function below(root: string, path: FigurePath): string {
  let text = root;
  for (const step of path) {
    if (typeof step === "number") text += "[]";
    else text += `.${text === "layout" ? withoutNumber(firstMember(step) ?? step) : step}`;
  }
  return text;
}
