// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { at, type Attributes, isAttributes } from "../../reading/attributes.ts";
import { isAxis } from "../moving/plotted.ts";
import { type FigurePart, keyOf, quoted } from "./part.ts";
import { domainBox, findAll, type PartSource } from "./source.ts";
import { around } from "./surface.ts";

/** A text that stands for itself: a title. Undefined where it is not drawn. */
export function textPart(
  name: string,
  path: FigurePath,
  value: unknown,
  elements: readonly Element[],
  removal?: readonly FigureEdit[],
): FigurePart | undefined {
  const [element] = elements;
  if (element === undefined || typeof value !== "string" || value.trim() === "") return undefined;
  return {
    kind: "text",
    path,
    key: keyOf(path, "text"),
    label: `${name}${quoted(value)}`,
    elements,
    place: () => around(elements),
    text: { path, value, element },
    removal: removal ?? [{ act: "remove", path }],
  };
}

/** The elements of a title: its text, or the formula in its place. */
function titleElements(source: PartSource, name: string): Element[] {
  const math = findAll(source, `.${name}-math-group`);
  return math.length > 0 ? math : findAll(source, `text.${name}`);
}

/** Title and subtitle of the figure. */
export function titleParts(source: PartSource): (FigurePart | undefined)[] {
  const { layout } = source;
  return [
    textPart("Title", ["layout", "title", "text"], at(layout, "title", "text"), titleElements(source, "gtitle")),
    textPart(
      "Subtitle",
      ["layout", "title", "subtitle", "text"],
      at(layout, "title", "subtitle", "text"),
      titleElements(source, "gtitle-subtitle"),
    ),
  ];
}

/** The axes of planes, each with its title. */
export function axisParts(source: PartSource): (FigurePart | undefined)[] {
  const { layout, surface } = source;
  return Object.values(layout).flatMap((axis) => {
    if (!isAxis(axis) || axis.visible === false || !/^[xy]axis\d*$/.test(axis._name)) return [];
    const { _name: name, _id: id, _offset: offset, _length: length } = axis;
    const path: FigurePath = ["layout", name];
    const ticks = findAll(source, `.${id}tick, .${id}tick2`);
    const label = `${name.charAt(0).toUpperCase()} axis${name.slice(5) === "" ? "" : ` ${name.slice(5)}`}`;
    const title = at(axis, "title", "text");
    const isX = name.startsWith("x");
    const place = () => {
      const labels = around(ticks);
      if (labels === undefined) return undefined;
      const along = surface.toPage(
        isX ? { left: offset, top: 0, width: length, height: 0 } : { left: 0, top: offset, width: 0, height: length },
      );
      return isX
        ? { left: along.left, width: along.width, top: labels.top, height: labels.height }
        : { left: labels.left, width: labels.width, top: along.top, height: along.height };
    };
    const part: FigurePart = {
      kind: "axis",
      path,
      key: keyOf(path, "axis"),
      label: `${label}${isPlaceholder(layout, title) ? "" : quoted(title)}`,
      elements: ticks,
      place,
      removal: [{ act: "set", path: [...path, "visible"], value: false }],
    };
    const text = isPlaceholder(layout, title)
      ? undefined
      : textPart(`${label} title`, [...path, "title", "text"], title, titleElements(source, `${id}title`));
    return [part, text];
  });
}

/** What plotly.js has in the place of a title that nobody wrote. */
function isPlaceholder(layout: Attributes, title: unknown): boolean {
  const placeholders = layout["_dfltTitle"];
  return isAttributes(placeholders) && Object.values(placeholders).includes(title);
}

/** Everything that has a place of its own among the plots: planes, scenes, maps and the like. */
export function plotParts({ layout, surface }: PartSource): FigurePart[] {
  return Object.entries(layout).flatMap(([name, plot]): FigurePart[] => {
    const [, kind = "", count = ""] = /^(scene|polar|geo|map|mapbox|ternary|smith)(\d*)$/.exec(name) ?? [];
    if (kind === "" || !isAttributes(plot)) return [];
    const box = domainBox(layout, plot["domain"]);
    if (box === undefined) return [];
    const path: FigurePath = ["layout", name];
    const place = () => surface.toPage(box);
    const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${count === "" ? "" : ` ${count}`}`;
    return [{ kind: "plot", path, key: keyOf(path, "plot"), label, elements: [], place }];
  });
}
