import type { Figure, Json } from "../../model/figure.ts";
import { isContainer } from "../../model/container.ts";
import { traceTypeOf } from "../../model/trace.ts";
import { axisMember } from "../../schema/firstId.ts";
import type { FigureEdit } from "../edit.ts";

/** The part of the height that is left between subplots. */
const gap = 0.1;

/** The edits that give a trace a y axis of its own, on the right of the one that it had. */
export function secondAxisEdits(figure: Figure, index: number): FigureEdit[] {
  const trace = figure.data[index];
  if (trace === undefined || !isCartesian(trace)) return [];
  const number = freeNumber(figure, "yaxis");
  const base = typeof trace["yaxis"] === "string" ? trace["yaxis"] : "y";
  const own = layoutMember(figure, axisMember("y", base));
  const overlaying = typeof own["overlaying"] === "string" ? own["overlaying"] : base;
  const name = trace["name"];
  const title = typeof name === "string" && name !== "" ? { title: { text: name } } : {};
  const anchor = typeof trace["xaxis"] === "string" ? { anchor: trace["xaxis"] } : {};
  const side = own["side"] === "right" ? "left" : "right";
  return [
    { act: "set", path: ["data", index, "yaxis"], value: `y${number}` },
    {
      act: "set",
      path: ["layout", `yaxis${number}`],
      value: { ...title, overlaying, side, ...anchor, showgrid: false },
    },
  ];
}

/** The edits that give a trace axes of its own below all others, which get less room. */
export function ownSubplotEdits(figure: Figure, index: number): FigureEdit[] {
  const trace = figure.data[index];
  if (trace === undefined) return [];
  const others = figure.data.filter((_, at) => at !== index);
  const domains = domainsOf(figure, others);
  const rows = new Set([...domains.values()].map((domain) => JSON.stringify(domain))).size;
  const height = Math.round((1000 * (1 - gap * rows)) / (rows + 1)) / 1000;
  const squeezed = ([from, to]: readonly [number, number]): Json => {
    const low = height + gap;
    return [round(low + from * (1 - low)), round(low + to * (1 - low))];
  };
  const edits: FigureEdit[] = [...domains].map(([member, domain]) => ({
    act: "set",
    path: ["layout", member, "domain"],
    value: squeezed(domain),
  }));
  if (!isCartesian(trace))
    return isContainer(trace["domain"]) || "labels" in trace || "values" in trace
      ? [...edits, { act: "set", path: ["data", index, "domain", "y"], value: [0, height] }]
      : [];
  const [x, y] = [freeNumber(figure, "xaxis"), freeNumber(figure, "yaxis")];
  return [
    ...edits,
    { act: "set", path: ["data", index, "xaxis"], value: `x${x}` },
    { act: "set", path: ["data", index, "yaxis"], value: `y${y}` },
    { act: "set", path: ["layout", `xaxis${x}`], value: { anchor: `y${y}` } },
    { act: "set", path: ["layout", `yaxis${y}`], value: { anchor: `x${x}`, domain: [0, height] } },
  ];
}

/** The vertical room of the y axes that traces use, by their names in the layout. Those over others have none. */
function domainsOf(figure: Figure, traces: Figure["data"]): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const trace of traces) {
    if (!isCartesian(trace)) continue;
    const first = axisMember("y", trace["yaxis"]);
    const over = layoutMember(figure, first)["overlaying"];
    const member = typeof over === "string" && over !== "free" ? axisMember("y", over) : first;
    const domain = layoutMember(figure, member)["domain"];
    const [from, to] = Array.isArray(domain) ? (domain as readonly Json[]) : [0, 1];
    found.set(member, [Number(from ?? 0), Number(to ?? 1)]);
  }
  return found;
}

const cartesian = new Set(
  "scatter scattergl bar box violin histogram histogram2d histogram2dcontour heatmap contour waterfall funnel ohlc candlestick image quiver".split(
    " ",
  ),
);

/** Whether a trace is drawn between an x and a y axis. */
export const isCartesian = (trace: { readonly [name: string]: unknown }): boolean =>
  cartesian.has(traceTypeOf(trace) ?? "scatter");

const round = (value: number): number => Math.round(value * 1000) / 1000;

function layoutMember(figure: Figure, name: string): { readonly [name: string]: Json } {
  const member = figure.layout?.[name];
  return isContainer(member) ? member : {};
}

/** The first number from 2 on that neither the layout nor a trace has. */
function freeNumber(figure: Figure, member: "xaxis" | "yaxis"): number {
  const letter = member.slice(0, 1);
  const isTaken = (number: number): boolean =>
    figure.layout?.[`${member}${number}`] !== undefined ||
    figure.data.some((trace) => trace[member] === `${letter}${number}`);
  let number = 2;
  while (isTaken(number)) number += 1;
  return number;
}
