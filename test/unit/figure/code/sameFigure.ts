import { decodeTypedArray, isTypedArray, toPlain } from "../../../../src/figure/data/arrays/typedArray.ts";
import { isContainer } from "../../../../src/figure/model/container.ts";
import type { Figure, Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import { frameTarget, traceTypeOf } from "../../../../src/figure/model/trace.ts";
import { scales } from "../../../../src/figure/code/python/scales.ts";
import { templateName } from "../../../../src/figure/code/python/templates.ts";

/** A value with plain lists for packed and typed arrays. */
export function plain(value: unknown): Json {
  if (ArrayBuffer.isView(value)) return toPlain(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (isTypedArray(value)) {
    const decoded = decodeTypedArray(value);
    return decoded.ok ? toPlain(decoded.value) : (value as unknown as Json);
  }
  if (!isContainer(value)) return Object.is(value, -0) ? 0 : (value as Json);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/**
 * A figure as plotly.py gives it back: without what is no value or empty, with each trace's type, a title's text in its
 * place, and the template by its name. Scales by name are left out, since plotly.py writes their colours.
 */
export function asPython(figure: Figure): Json {
  const { data = [], layout = {}, frames = [] } = figure as Partial<Figure>;
  const typed = (trace: JsonObject, type = "scatter"): JsonObject => ({ type, ...trace });
  const { template, ...rest } = layout;
  return bare(
    plain({
      data: data.map((trace) => typed(trace)),
      layout: { ...rest, template: templateName(template ?? null) ?? template ?? null },
      frames: frames.map((frame) => ({
        ...frame,
        data: ((frame["data"] ?? []) as readonly JsonObject[]).map((trace, index) =>
          typed(trace, traceTypeOf(data[frameTarget(frame, index)])),
        ),
      })),
    }),
  );
}

function bare(value: Json, key = ""): Json {
  if (Array.isArray(value)) return value.map((item: Json) => bare(item));
  if (key === "title" && typeof value === "string") return { text: value };
  if (!isContainer(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, bare(member, name)] as const);
  return Object.fromEntries(members.filter(([name, member]) => !isNothing(member) && !isScale(name, member)));
}

function isNothing(value: Json): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

function isScale(name: string, value: Json): boolean {
  const isNamed = typeof value === "string" && (Object.hasOwn(scales, value) || /^[A-Z]/.test(value));
  return name === "colorscale" && (isNamed || Array.isArray(value));
}
