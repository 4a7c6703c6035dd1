// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { at, isAttributes } from "../../reading/attributes.ts";
import { colorBarMover, legendMover } from "../moving/boxMovers.ts";
import { type FigurePart, keyOf, quoted, textOf } from "./part.ts";
import { dataOf, findAll, type FullTrace, type PartSource } from "./source.ts";
import { around } from "./surface.ts";
import { textPart } from "./titleParts.ts";

/** The legends with their titles and entries. */
export function legendParts(source: PartSource): (FigurePart | undefined)[] {
  const { layout, surface } = source;
  const groups = findAll(source, ".infolayer > g").filter((group) => /^legend\d*$/.test(nameOf(group)));
  return groups.flatMap((group) => {
    const name = nameOf(group);
    const legend = layout[name];
    const box = group.querySelector(":scope > rect.bg");
    if (!isAttributes(legend) || box === null) return [];
    const path: FigurePath = ["layout", name];
    const place = () => around([box]);
    const now = place();
    const part: FigurePart = {
      kind: "legend",
      path,
      key: keyOf(path, "legend"),
      label: `Legend${name.slice(6) === "" ? "" : ` ${name.slice(6)}`}`,
      elements: [group],
      place,
      ...(now && { mover: legendMover(path, legend, surface.toDrawing(now), layout) }),
      removal: [
        name === "legend"
          ? { act: "set", path: ["layout", "showlegend"], value: false }
          : { act: "set", path: [...path, "visible"], value: false },
      ],
    };
    const title = textPart("Legend title", [...path, "title", "text"], at(legend, "title", "text"), [
      ...group.querySelectorAll(`.${name}titletext`),
    ]);
    const entries = [...group.querySelectorAll(".traces")].map((entry) => entryPart(entry, name, source));
    return [part, ...[title, ...entries].map((each) => each && { ...each, carrier: part })];
  });
}

const nameOf = (group: Element): string => (group.getAttribute("class") ?? "").split(" ")[0] ?? "";

/** The line of a trace in a legend. That of a slice or of a group is no trace's own. */
function entryPart(entry: Element, legend: string, source: PartSource): FigurePart | undefined {
  const data = dataOf(entry);
  const item: unknown = Array.isArray(data) ? data[0] : undefined;
  const trace = isAttributes(item) ? (item["trace"] as FullTrace | undefined) : undefined;
  if (trace === undefined || !isAttributes(item) || item["groupTitle"] !== undefined) return undefined;
  const index = typeof trace.index === "number" ? source.traceIn(trace.index) : undefined;
  if (index === undefined) return undefined;
  const path: FigurePath = ["data", index];
  const text = entry.querySelector(`.${legend}text`);
  const isSlice = item["label"] !== undefined && trace["labels"] !== undefined;
  return {
    kind: "legendEntry",
    path,
    key: `${keyOf(path, "legendEntry")}${trace.index}${isSlice ? String(item["label"]) : ""}`,
    label: `Legend entry${quoted(isSlice ? item["label"] : trace["name"])}`,
    elements: [entry],
    place: () => around([entry]),
    // The names of a transform's groups are values of the data.
    ...(!isSlice &&
      !source.isShared(trace.index) && {
        text: { path: [...path, "name"], value: textOf(trace["name"]), element: text ?? undefined },
        removal: [{ act: "set", path: [...path, "showlegend"], value: false }],
      }),
  };
}

/** The colour bars of traces and of shared colour axes, with their titles. */
export function colorBarParts(source: PartSource): (FigurePart | undefined)[] {
  return findAll(source, "g.colorbar").flatMap((group) => {
    const bar = dataOf(group);
    if (!isAttributes(bar) || typeof bar["_propPrefix"] !== "string") return [];
    const index = typeof bar["_traceIndex"] === "number" ? source.traceIn(bar["_traceIndex"]) : undefined;
    if (typeof bar["_traceIndex"] === "number" && index === undefined) return [];
    const steps = bar["_propPrefix"].split(".").filter((step) => step !== "");
    const path: FigurePath = index === undefined ? ["layout", ...steps] : ["data", index, ...steps];
    const title = at(bar, "title", "text");
    const box = group.querySelector(".cbbg") ?? group;
    const part: FigurePart = {
      kind: "colorBar",
      path,
      key: keyOf(path, "colorBar"),
      label: `Colour bar${quoted(title)}`,
      elements: [group],
      place: () => around([box]),
      mover: colorBarMover(path, bar, source.layout),
      removal: [{ act: "set", path: [...path.slice(0, -1), "showscale"], value: false }],
    };
    const isEmpty = group.querySelector(".cbtitle .js-placeholder") !== null;
    const texts = [...group.querySelectorAll(".cbtitle text, .cbtitle [class$='-math-group']")];
    const text = isEmpty ? undefined : textPart("Colour bar title", [...path, "title", "text"], title, texts);
    return [part, text && { ...text, carrier: part }];
  });
}
