import { formatPath } from "../../model/path.ts";
import { decodeTypedArray } from "../../data/arrays/typedArray.ts";
import { decodeString } from "../../text/source/strings.ts";
import { isEncoded } from "../values/valueFault.ts";
import { type FigureNode, member, pathOf } from "../../text/structure/structure.ts";
import type { Rule } from "../rule/rule.ts";

/** Finds a `{dtype, bdata}` of plotly.py that Plotly.js cannot read: it then draws nothing, or fails. */
export const typedArray: Rule = {
  code: "typed-array",
  severity: "error",
  title: "A typed array (`dtype`, `bdata`) that cannot be read.",
  visit:
    ({ text, unpacked }) =>
    ({ node, attribute }) => {
      if (node.kind !== "object" || attribute?.kind !== "attribute" || !isEncoded(node)) return undefined;
      if (attribute.rule.valType === "any" && attribute.rule.arrayOk !== true) return undefined;
      const [fault, at] = faultOf(node, text, unpacked) ?? [];
      if (fault === undefined || at === undefined) return undefined;
      const message = `\`${formatPath(pathOf(node))}\` cannot be read: ${fault}`;
      return { code: "typed-array", severity: "error", span: at.key?.span ?? at.span, message, related: [] };
    },
};

function faultOf(
  node: FigureNode,
  text: string,
  unpacked: ReadonlySet<number> | undefined,
): readonly [string, FigureNode] | undefined {
  const dtype = member(node, "dtype") ?? node;
  const bdata = member(node, "bdata") ?? node;
  const shape = member(node, "shape");
  if (dtype.kind !== "string") return ['`dtype` must be a text such as "f8".', dtype];
  if (bdata.kind !== "string") return ["`bdata` must be a text in base64.", bdata];
  if (shape !== undefined && shape.kind !== "string" && shape.kind !== "number")
    return ['`shape` must be a text such as "2, 3".', shape];
  if (unpacked?.has(bdata.span.start) === true) return undefined;
  const encoded = decodeString(text, bdata.span.start, bdata.span.end);
  const decoded = decodeTypedArray({
    dtype: String(dtype.value),
    bdata: encoded,
    ...(shape?.value !== undefined && shape.value !== null && { shape: String(shape.value) }),
  });
  if (decoded.ok) return undefined;
  const { code, message } = decoded.error;
  return [message, code === "unknown-dtype" ? dtype : code === "bad-base64" ? bdata : (shape ?? node)];
}
