import { colorNames } from "../../colors/colorText.ts";
import { isContainer } from "../../model/container.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";
import { frameTarget, traceTypeOf } from "../../model/trace.ts";
import { isTypedArray } from "../../data/arrays/typedArray.ts";
import {
  type AttributeContainer,
  type AttributeNode,
  type AttributeRule,
  frameAttributes,
  layoutAttributes,
  traceAttributes,
} from "../../schema/attributes.ts";
import { palettes } from "../../schema/attributeNames.ts";

type Walk = Generator<undefined, FigurePath | undefined>;

/**
 * The first place of a figure that plotly.py's graph objects refuse or may refuse, with pauses; undefined where they
 * take all. They are stricter than Plotly.js: a text is no number to them, and a short list none of full length.
 */
export function* refusedPlaceInSteps(figure: Figure): Walk {
  const { data = [], layout, frames = [] } = figure as Partial<Figure>;
  if (!Array.isArray(data)) return ["data"];
  if (!Array.isArray(frames)) return ["frames"];
  for (const [index, trace] of data.entries()) {
    const place = yield* refusedIn(trace, traceNode(trace), ["data", index]);
    if (place !== undefined) return place;
  }
  const place = layout === undefined || layout === null ? undefined : yield* refusedLayout(layout, ["layout"]);
  if (place !== undefined) return place;
  for (const [index, frame] of frames.entries()) {
    const inFrame = yield* refusedFrame(frame, data, ["frames", index]);
    if (inFrame !== undefined) return inFrame;
  }
  return undefined;
}

/** The attributes of a trace of a figure; undefined for a type that there is not. */
export function traceNode(
  trace: Json | undefined,
  type = traceTypeOf(trace) ?? "scatter",
): AttributeContainer | undefined {
  return traceAttributes(type);
}

function* refusedFrame(frame: JsonObject, traces: readonly JsonObject[], path: FigurePath): Walk {
  if (!isContainer(frame)) return path;
  const { data = [], layout = {}, ...rest } = frame;
  if (!Array.isArray(data)) return [...path, "data"];
  for (const [index, trace] of (data as readonly Json[]).entries()) {
    const type = traceTypeOf(trace) ?? traceTypeOf(traces[frameTarget(frame, index)]) ?? "scatter";
    const place = yield* refusedIn(trace, traceNode(trace, type), [...path, "data", index]);
    if (place !== undefined) return place;
  }
  return (yield* refusedLayout(layout, [...path, "layout"])) ?? (yield* refusedIn(rest, frameAttributes(), path));
}

function* refusedLayout(layout: Json, path: FigurePath): Walk {
  if (!isContainer(layout)) return path;
  const { template = null, ...rest } = layout;
  return (
    (yield* refusedIn(rest, layoutAttributes(), path)) ?? (yield* refusedTemplate(template, [...path, "template"]))
  );
}

function* refusedTemplate(template: Json, path: FigurePath): Walk {
  if (template === null) return undefined;
  if (!isContainer(template)) return path;
  const { data = {}, layout = {}, ...rest } = template;
  if (Object.keys(rest).length > 0) return path;
  if (!isContainer(data)) return [...path, "data"];
  for (const [type, traces] of Object.entries(data)) {
    if (!Array.isArray(traces)) return [...path, "data", type];
    for (const [index, trace] of (traces as readonly Json[]).entries()) {
      const place = yield* refusedIn(trace, traceNode(trace, type), [...path, "data", type, index]);
      if (place !== undefined) return place;
    }
  }
  return yield* refusedLayout(layout, [...path, "layout"]);
}

function* refusedIn(value: Json, node: AttributeNode | undefined, path: FigurePath): Walk {
  yield;
  if (value === null) return undefined;
  if (node === undefined) return path;
  if (node.kind === "attribute") {
    const isDash = node.rule.valType === "string" && /^(?:grid)?dash$/.test(String(path.at(-1)));
    return takes(value, node.rule) && (!isDash || isPythonDash(value)) ? undefined : path;
  }
  if (node.kind === "container") {
    // A title as a text is that of older Plotly, which plotly.py still takes.
    if (typeof value === "string" && path.at(-1) === "title" && node.member("text") !== undefined) return undefined;
    if (!isContainer(value) || isTypedArray(value)) return path;
    for (const [key, member] of Object.entries(value)) {
      // A trace's type is the name of its class.
      if (key === "type" && path.at(-2) === "data") continue;
      const place = yield* refusedIn(member, node.member(key), [...path, key]);
      if (place !== undefined) return place;
    }
    return undefined;
  }
  if (!Array.isArray(value)) return path;
  for (const [index, item] of (value as readonly Json[]).entries()) {
    const place = item === null ? [...path, index] : yield* refusedIn(item, node.element, [...path, index]);
    if (place !== undefined) return place;
  }
  return undefined;
}

function takes(value: Json, rule: AttributeRule): boolean {
  const { valType, arrayOk, extras = [] } = rule;
  if (valType === "any") return true;
  if (valType === "data_array") return Array.isArray(value) || isTypedArray(value);
  if (arrayOk === true && isTypedArray(value)) return valType === "number" || valType === "color";
  if (arrayOk === true && Array.isArray(value))
    return (value as readonly Json[]).every(
      (item) =>
        (valType === "color" && typeof item === "number") ||
        (valType === "string" && item === null) ||
        takesOne(item, rule),
    );
  return extras.includes(value) || takesOne(value, rule);
}

function takesOne(value: Json, rule: AttributeRule): boolean {
  const { valType, values = [], flags = [], extras = [], min = -Infinity, max = Infinity, dflt, regex } = rule;
  switch (valType) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
    case "angle":
      return (typeof value === "number" && value >= min && value <= max) || (valType === "angle" && value === "auto");
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
    case "string":
      if (typeof value === "string") return rule.noBlank !== true || value !== "";
      return typeof value === "number" && rule.strict !== true;
    case "color":
      return typeof value === "string" && isPythonColor(value);
    case "colorlist":
      return Array.isArray(value) && value.every((color) => typeof color === "string" && isPythonColor(color));
    case "colorscale":
      return takesScale(value);
    case "enumerated":
      return values.some((choice) => choice === value || (typeof value === "string" && matches(choice, value)));
    case "flaglist":
      return (
        extras.includes(value) || (typeof value === "string" && value.split("+").every((flag) => flags.includes(flag)))
      );
    case "subplotid":
      if (typeof value !== "string") return false;
      return regex === undefined
        ? new RegExp(`^${String(dflt)}([2-9]|[1-9][0-9]+)?$`).test(value)
        : matches(regex, value);
    case "info_array":
      return takesList(value, rule);
    default:
      return false;
  }
}

function takesScale(value: Json): boolean {
  if (typeof value === "string") return palettes.includes(value);
  if (!Array.isArray(value) || value.length < 2) return false;
  return (value as readonly Json[]).every((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) return false;
    const [at, color] = pair as readonly Json[];
    return typeof at === "number" && at >= 0 && at <= 1 && typeof color === "string" && isPythonColor(color);
  });
}

function takesList(value: Json, { items, freeLength, dimensions }: AttributeRule): boolean {
  if (!Array.isArray(value) || items === undefined) return Array.isArray(value);
  const list = value as readonly Json[];
  if (dimensions === 2 || (dimensions === "1-2" && Array.isArray(list[0])))
    return list.every((row) => Array.isArray(row) && row.every((item: Json) => takesItem(item, items)));
  if (Array.isArray(items) && freeLength !== true && list.length !== items.length) return false;
  const own: readonly unknown[] = Array.isArray(items) ? items : [items];
  return list.every((item, index) => takesItem(item, own[index] ?? own[0]));
}

function takesItem(item: Json, rule: unknown): boolean {
  if (item === null) return true;
  if (Array.isArray(rule)) return rule.some((one) => takesItem(item, one));
  return isContainer(rule) && takes(item, rule as unknown as AttributeRule);
}

function matches(pattern: unknown, text: string): boolean {
  return typeof pattern === "string" && /^\/\^.+\/$/.test(pattern) && new RegExp(pattern.slice(1, -1)).test(text);
}

/** Whether plotly.py takes the value as a dash; Plotly.js takes any text. */
function isPythonDash(value: Json): boolean {
  const texts: readonly Json[] = Array.isArray(value) ? value : [value];
  return texts.every(
    (text) =>
      typeof text === "string" &&
      (/^(?:solid|dot|dash|longdash|dashdot|longdashdot)$/.test(text) ||
        /^\d+(?:px|%)?(?:[ ,]+\d+(?:px|%)?)*$/.test(text)),
  );
}

const names = new Set(colorNames);
const notation = /^(?:#(?:[\da-f]{3}|[\da-f]{6})|(?:rgb|hsl)a?\([\d.]+%?(?:,[\d.]+%?){2,3}\))$/;

/** Whether plotly.py 5 and later take the text as a colour; Plotly.js takes more. */
function isPythonColor(text: string): boolean {
  const plain = text.replaceAll(" ", "").toLowerCase();
  return names.has(plain) || notation.test(plain);
}
