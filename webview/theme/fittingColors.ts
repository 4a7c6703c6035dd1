import { type Attributes, at } from "../reading/attributes.ts";
import { type EditorColors, type Rgb, contrast, luminance, parseColor } from "./colors.ts";

/** The least contrast at which letters are legible, by WCAG 2. */
export const readable = 4.5;

/**
 * Returns the editor's colours, or plain ones where the author chose a paper or a font colour that the editor's do not
 * go with. A white paper keeps dark letters in a dark editor.
 */
export function fittingColors(layout: Attributes, editor: EditorColors): EditorColors {
  const background = parseColor(editor.background);
  const foreground = parseColor(editor.foreground);
  if (!background || !foreground) return editor;
  const paper = parseColor(layout["paper_bgcolor"], background) ?? parseColor(layout["plot_bgcolor"], background);
  if (paper) {
    if (contrast(paper, foreground) >= readable) return editor;
    return { ...plain(isLight(paper), editor), foreground: lettersOn(paper) };
  }
  const font = parseColor(at(layout, "font", "color"));
  if (font && contrast(font, background) < 3) return plain(!isLight(font), editor);
  return editor;
}

/** Returns a plain colour of letters that is legible on this ground. */
export function lettersOn(ground: Rgb): string {
  const [usual, utmost] = isLight(ground) ? ["#3b3b3b", "#000000"] : ["#cccccc", "#ffffff"];
  const letters = parseColor(usual);
  return letters && contrast(letters, ground) >= readable ? usual : utmost;
}

/** Up to this luminance white letters are more legible than black ones. */
const isLight = (color: Rgb): boolean => luminance(color) > 0.179;

const plain = (light: boolean, editor: EditorColors): EditorColors => ({
  kind: light ? "light" : "dark",
  background: light ? "#ffffff" : "#1f1f1f",
  foreground: light ? "#3b3b3b" : "#cccccc",
  muted: light ? "#616161" : "#9d9d9d",
  raised: light ? "#f3f3f3" : "#2b2b2b",
  border: light ? "#cecece" : "#454545",
  accent: editor.accent,
  fontFamily: editor.fontFamily,
});
