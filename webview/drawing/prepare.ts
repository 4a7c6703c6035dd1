import type { EditorColors } from "../theme/colors.ts";
import type { Attributes, Drawable } from "../reading/attributes.ts";
import { fittingColors } from "../theme/fittingColors.ts";
import { keepLettersReadable } from "../theme/letters.ts";
import { copyFigure } from "../reading/figureCopy.ts";
import { editorTemplate } from "../theme/template.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The least width and height that Plotly draws, in pixels. */
const smallest = 10;

/** Reads the size that the author gave, each side on its own, as Plotly does. */
export function authoredSize(layout: Attributes): Partial<Size> {
  const side = (name: "width" | "height"): { [side: string]: number } => {
    const value = Number(layout[name] ?? Number.NaN);
    return Number.isFinite(value) && value >= smallest ? { [name]: value } : {};
  };
  return { ...side("width"), ...side("height") };
}

/** Returns the size to draw a figure in: the author's, or the room's where the author gave none. */
export function fit(figure: Drawable, room: Size): Size {
  const inRoom = {
    width: Math.max(smallest, Math.floor(room.width)),
    height: Math.max(smallest, Math.floor(room.height)),
  };
  return { ...inRoom, ...authoredSize(figure.layout) };
}

/**
 * Copies the figure for one drawing: in the given size, in the author's colours or the editor's. The copy has Plotly keep
 * the person's zoom over versions (`uirevision`) and see each change of data (no `datarevision`).
 */
export function prepare(
  figure: Drawable,
  { width, height }: Size,
  editor: EditorColors | undefined,
): Omit<Drawable, "config"> {
  const { data, layout, frames } = copyFigure({ data: figure.data, layout: figure.layout, frames: figure.frames });
  delete layout["datarevision"];
  delete layout["autosize"];
  layout["uirevision"] ??= "one figure";
  Object.assign(layout, { width, height });
  if (editor) {
    const colors = fittingColors(layout, editor);
    layout["template"] = editorTemplate(layout, colors);
    keepLettersReadable({ data, layout }, colors);
  }
  return { data, layout, frames };
}
