import type { Figure, Json } from "../../model/figure.ts";
import { type FigurePath, valueAt } from "../../model/path.ts";
import { mapReferences } from "../inline/mapReferences.ts";
import { parseSrc, type SrcSelector } from "../../references/srcReference.ts";
import { decodeTypedArray, isTypedArray, toPlain } from "../arrays/typedArray.ts";

/** An `<attribute>src` key of an export, and the value beside it. */
export interface ExportedReference {
  /** Path of the src key itself. */
  readonly path: FigurePath;
  /** `"xsrc"` */
  readonly key: string;
  readonly src: string;
  /** Undefined where the text is no reference. */
  readonly selector: SrcSelector | undefined;
  /** Type of the trace around it; `""` outside traces. */
  readonly traceType: string;
  /** The list beside the key; undefined where there is none. */
  readonly list: readonly Json[] | undefined;
  /** Something else than a list stands beside the key. */
  readonly hasOther: boolean;
}

/** All src keys of the figure that hold text, in the order of their places. */
export function exportedReferences(figure: Figure): ExportedReference[] {
  const found: ExportedReference[] = [];
  mapReferences(figure, ({ path, key, src, traceType }) => {
    const value = valueAt(figure, [...path.slice(0, -1), key.slice(0, -3)]);
    const list = listOf(value);
    found.push({
      path,
      key,
      src,
      selector: parseSrc(src),
      traceType,
      list,
      hasOther: list === undefined && value !== undefined && value !== null,
    });
    return undefined;
  });
  return found;
}

function listOf(value: Json | undefined): readonly Json[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isTypedArray(value)) return undefined;
  const decoded = decodeTypedArray(value);
  return decoded.ok ? toPlain(decoded.value) : undefined;
}
