import type { Drawable } from "../reading/attributes.ts";
import { readEditorColors } from "../theme/editorColors.ts";
import type { Drawn } from "./drawing.ts";
import type { ImageOptions, Plotly } from "./plotly.ts";
import { type Size, prepare } from "./prepare.ts";
import { type ViewState, applyView } from "./view/viewState.ts";

/**
 * Makes the drawing a PNG or an SVG: in the author's colours whatever the theme, at the drawing's size in CSS pixels
 * times `scale`, and zoomed as the person sees it. Rejects with the engine's error.
 */
export async function exportPicture(
  plotly: Plotly,
  figure: Drawable,
  options: Size & { readonly format: "png" | "svg"; readonly scale: number; readonly view: ViewState | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, format, scale, view } = options;
  const { data, layout } = prepare(figure, { width, height }, undefined);
  if (view) applyView(view, { data, layout });
  return await render(plotly, { data, layout }, { format, width, height, scale, imageDataOnly: true });
}

/** Makes a PNG of a drawing as it is on the screen, in its colours and with its zoom. */
export async function pictureAsDrawn(
  { plotly, figure, theme }: Pick<Drawn, "plotly" | "figure" | "theme">,
  { width, height, view }: Size & { readonly view: ViewState | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const colors = theme === "editor" ? readEditorColors() : undefined;
  const { data, layout } = prepare(figure, { width, height }, colors);
  if (view) applyView(view, { data, layout });
  const scale = window.devicePixelRatio;
  return await render(plotly, { data, layout }, { format: "png", width, height, scale, imageDataOnly: true });
}

/** The size of the small picture for the side bar, in pixels. */
const thumbnail = { width: 320, height: 213 } as const;
/** It is drawn larger and scaled down, so that its letters stay small beside its shapes. */
const reduction = 2;

/** Makes a small PNG of the figure in the author's colours, without its controls. */
export async function thumbnailOf(plotly: Plotly, figure: Drawable): Promise<Uint8Array<ArrayBuffer>> {
  const room = { width: thumbnail.width * reduction, height: thumbnail.height * reduction };
  const { data, layout } = prepare(figure, room, undefined);
  delete layout["updatemenus"];
  delete layout["sliders"];
  return await render(plotly, { data, layout }, { format: "png", ...room, scale: 1 / reduction, imageDataOnly: true });
}

async function render(
  plotly: Plotly,
  figure: Omit<Drawable, "frames" | "config">,
  options: ImageOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const config = { plotlyServerURL: "", showSendToCloud: false, topojsonURL: "" };
  const text = await plotly.toImage({ ...figure, config }, options);
  if (options.format === "svg") return new TextEncoder().encode(text);
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
