import { type Attributes, at, typeOf } from "../reading/attributes.ts";
import { formatCount } from "../../src/figure/model/counts.ts";
import { plainText } from "../../src/figure/model/plainText.ts";

/** Says what traces there are: "3 traces: scatter ×2, bar". */
export function summarizeTraces(data: readonly Attributes[]): string {
  if (data.length === 0) return "no traces";
  const counts = new Map<string, number>();
  for (const trace of data) counts.set(typeOf(trace), (counts.get(typeOf(trace)) ?? 0) + 1);
  const types = [...counts].map(([type, count]) => (count > 1 ? `${type} ×${count}` : type));
  return `${formatCount(data.length, "trace")}: ${types.join(", ")}`;
}

/** Tells a person who does not see the drawing what is on it: title, traces, names, axes and frames. */
export function summarize(data: readonly Attributes[], layout: Attributes, frames: number): string {
  const parts = [summarizeTraces(data)];
  const names = data.map((trace) => trace["name"]).filter((name) => typeof name === "string" && name !== "");
  if (names.length > 0) parts.push(`named ${names.slice(0, 8).join(", ")}${names.length > 8 ? " and more" : ""}`);
  const axes = ["x", "y"].flatMap((letter) => {
    const title = plain(at(layout, `${letter}axis`, "title", "text"));
    return title === "" ? [] : [`${letter} axis ${title}`];
  });
  parts.push(...axes);
  if (frames > 0) parts.push(formatCount(frames, "animation frame"));
  const title = plain(at(layout, "title", "text"));
  return `${title === "" ? "" : `${title}. `}${parts.join("; ")}.`;
}

/** Plotly's pseudo-HTML as plain text. */
const plain = (text: unknown): string => (typeof text === "string" ? plainText(text) : "");
