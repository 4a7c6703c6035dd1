import { type Attributes, at } from "../reading/attributes.ts";
import { type Rgb, contrast, luminance, parseColor } from "./colors.ts";

/** The colours of what lies over a drawing: its buttons, and the ring around the one in focus. */
export interface Ink {
  /** The colour of buttons. Its contrast to the paper is 4.5:1 or more. */
  readonly usual: string;
  /** The colour of pressed buttons and of the ring. */
  readonly strong: string;
  /** The colour behind the buttons, where they lie over data. */
  readonly ground: string;
}

/** Chooses colours that can be seen on a figure's paper. `background` is the page's, which shows through. */
export function inkFor(layout: Attributes, background: string): Ink {
  const page = parseColor(background) ?? white;
  const authored = layout["paper_bgcolor"] ?? at(layout, "template", "layout", "paper_bgcolor");
  const paper = parseColor(authored, page) ?? white;
  const [usual, strong] =
    luminance(paper) > 0.179 ? (["#575757", "#000000"] as const) : (["#b5b5b5", "#ffffff"] as const);
  const ink = parseColor(usual);
  return {
    usual: ink && contrast(ink, paper) >= 4.5 ? usual : strong,
    strong,
    ground: `rgba(${paper.map(Math.round).join(", ")}, 0.8)`,
  };
}

const white: Rgb = [255, 255, 255];

/** Colours the buttons on the drawing, unless its author did. Changes the layout. */
export function inkButtons(layout: Attributes, { usual, strong, ground }: Ink): void {
  const given = (layout["modebar"] ??= {});
  if (typeof given !== "object" || given === null) return;
  // A colour of the author's goes with a ground of the author's.
  const own = ["color", "activecolor", "bgcolor"].some((key) => at(given, key) !== undefined);
  if (!own) Object.assign(given, { color: usual, activecolor: strong, bgcolor: ground });
}
