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

/** Below this Plotly refuses to draw. */
const smallest = 10;

/** The size that the author gave, each side on its own, as Plotly reads it. */
export function authoredSize(layout: Attributes): Partial<Size> {
  const side = (name: "width" | "height"): { [side: string]: number } => {
    const value = Number(layout[name] ?? Number.NaN);
    return Number.isFinite(value) && value >= smallest ? { [name]: value } : {};
  };
  return { ...side("width"), ...side("height") };
}

/** The size to draw a figure in: the author's, and the room's where the author gave none. */
export function fit(figure: Drawable, room: Size): Size {
  const inRoom = {
    width: Math.max(smallest, Math.floor(room.width)),
    height: Math.max(smallest, Math.floor(room.height)),
  };
  return { ...inRoom, ...authoredSize(figure.layout) };
}

/**
 * A copy of the figure for one drawing: of the given size, as authored or in the editor's colours, and such that Plotly
 * keeps the person's zoom over versions (`uirevision`) and sees each change of data (no `datarevision`).
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
