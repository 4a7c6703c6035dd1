import type { Json } from "../model/figure.ts";
import { cleanLegendSide, cleanPalette, cleanTextPosition } from "./olderValues.ts";

/** The present spelling of a member, and what to do with its value. */
export interface Instead {
  readonly message: string;
  /**
   * The members that take its place, each with its value, or with the very same where that is undefined. None: it can
   * go. Undefined where the rest of the figure must be looked at for that.
   */
  readonly members: readonly (readonly [name: string, value: Json | undefined])[] | undefined;
}

type Read = (value: Json | undefined, sibling: (name: string) => Json | undefined) => Instead | undefined;

interface Spelling {
  readonly name: string;
  readonly at: RegExp;
  readonly read: Read;
}

const cartesian = /^layout\.[xy]axis$/;
const trace = /^(?!(?:layout|frame|config)$)\w+$/;

/**
 * All that plotly.js 4.1.1 reads and its schema does not have: `cleanData` and `cleanLayout`, and the one place in its
 * defaults that takes another value for its own. Axes and subplots with a 1 behind their names are seen to elsewhere.
 */
const spellings: readonly Spelling[] = [
  renamed("scl", trace, "colorscale"),
  renamed("reversescl", trace, "reversescale"),
  renamed("highlightColor", /^surface\.contours\.[xyz]$/, "highlightcolor"),
  renamed("highlightWidth", /^surface\.contours\.[xyz]$/, "highlightwidth"),
  ...["name", "showlegend"].map((name) => ({
    name,
    at: /^(?:candlestick|ohlc)\.(?:increasing|decreasing)$/,
    read: () => ({
      message: `Both directions are one trace since Plotly.js 1.40: \`name\` and \`showlegend\` are the trace's own. Plotly.js still reads \`${name}\` here for the trace's name.`,
      members: undefined,
    }),
  })),
  { name: "isdate", at: cartesian, read: (value, sibling) => axisType("isdate", "date", value, sibling("islog")) },
  { name: "islog", at: cartesian, read: (value, sibling) => axisType("islog", "log", value, sibling("isdate")) },
  {
    name: "categories",
    at: cartesian,
    read: () => ({ message: "Plotly.js no longer keeps `categories` in a figure. It can be deleted.", members: [] }),
  },
  {
    name: "autorange",
    at: cartesian,
    read: (value) =>
      value === "tozero" || value === "withzero"
        ? {
            message: `Plotly.js reads "autorange": "${value}" as "rangemode": "tozero", which it is called today.`,
            members: [
              ["autorange", true],
              ["rangemode", "tozero"],
            ],
          }
        : undefined,
  },
  valued("rangeslider", cartesian, (value) => (value === true ? {} : undefined)),
  {
    name: "domain",
    at: cartesian,
    read: (value) =>
      Array.isArray(value) && value.length === 0
        ? { message: "Plotly.js reads an empty `domain` as none. It can be deleted.", members: [] }
        : undefined,
  },
  valued("dragmode", /^layout$/, (value) => (value === "rotate" ? "orbit" : undefined)),
  ...(["x", "y"] as const).map((side) => ({
    name: side,
    at: /^layout\.legend$/,
    read: (value: Json | undefined): Instead | undefined => {
      const place = cleanLegendSide(side, value);
      if (place === undefined) return undefined;
      const message = `Plotly.js reads a legend's \`${side}\` of ${JSON.stringify(value)} as beside the plot, at ${JSON.stringify(place[side])}.`;
      return { message, members: Object.entries(place) };
    },
  })),
  valued("textposition", /^scatter\w*$/, cleanTextPosition),
  valued("colorscale", /^(?!layout|config)\w+(?:\.marker|\.line)?$/, cleanPalette),
  valued("type", /^histogram$/, (value) => (value === "histogramx" ? "histogram" : undefined)),
  {
    name: "type",
    at: /^histogram$/,
    read: (value) =>
      value === "histogramy"
        ? {
            message:
              "Plotly.js reads a `histogramy` as a `histogram` with `x` and `y` exchanged, which it is written as today.",
            members: undefined,
          }
        : undefined,
  },
];

const byName = new Map<string, Spelling[]>();
for (const one of spellings) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);

/**
 * The present spelling of the member at `path` (`layout.xaxis.isdate`, `scatter.scl`) that the engine still reads by an
 * older name or value; undefined for every other member.
 */
export function olderSpellingOf(
  path: string,
  value: () => Json | undefined,
  sibling: (name: string) => Json | undefined,
): Instead | undefined {
  const dot = path.lastIndexOf(".");
  const candidates = byName.get(path.slice(dot + 1));
  if (candidates === undefined) return undefined;
  const container = path.slice(0, dot);
  for (const { at, read } of candidates) {
    const instead = at.test(container) ? read(value(), sibling) : undefined;
    if (instead !== undefined) return instead;
  }
  return undefined;
}

function renamed(name: string, at: RegExp, now: string): Spelling {
  const instead: Instead = {
    message: `\`${name}\` is called \`${now}\` today. Plotly.js still reads it.`,
    members: [[now, undefined]],
  };
  return { name, at, read: () => instead };
}

function valued(name: string, at: RegExp, now: (value: Json | undefined) => Json | undefined): Spelling {
  return {
    name,
    at,
    read(value) {
      const written = now(value);
      if (written === undefined) return undefined;
      const message = Array.isArray(value)
        ? `Plotly.js reads short forms here (such as "top") in full ("top center"), as they are written today.`
        : `Plotly.js reads ${JSON.stringify(value)} as ${JSON.stringify(written)}, as it is written today.`;
      return { message, members: [[name, written]] };
    },
  };
}

/** An axis said by two switches what it was, before there were categories. */
function axisType(name: string, type: string, value: Json | undefined, other: Json | undefined): Instead | undefined {
  if (value === true)
    return {
      message: `\`${name}\` is written "type": "${type}" today. Plotly.js still reads it.`,
      members: [["type", type]],
    };
  const isLinear = value === false && other === false;
  const message = isLinear
    ? `\`isdate\` and \`islog\` are written "type": "linear" today. Plotly.js still reads them.`
    : `\`${name}\` is not needed: an axis has its \`type\` today.`;
  if (!isLinear) return { message, members: [] };
  // One of the two takes the type over; the other can go then.
  return { message, members: name === "islog" ? [["type", "linear"]] : undefined };
}
