import type { Drawable } from "../reading/attributes.ts";
import type { ImageOptions, Plotly } from "./plotly.ts";
import { type Size, prepare } from "./prepare.ts";
import { type ViewState, applyView } from "./viewState.ts";

/**
 * The drawing as a file: as the author wrote it, whatever the editor's theme, of the drawing's size times `scale`,
 * and zoomed as the person sees it.
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

/** Width and height of the small picture for the side bar, in pixels. */
const thumbnail = { width: 320, height: 213 } as const;
/** It is drawn larger and scaled down, so that its letters stay small beside its shapes. */
const reduction = 2;

/** A small PNG of the figure as written, without its controls. */
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
