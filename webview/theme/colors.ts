import { parseColor as readColor } from "../../src/figure/colors/colorValue.ts";

/** The colours that a drawing takes from the editor's theme, each as CSS writes it. */
export interface EditorColors {
  readonly kind: "light" | "dark" | "high-contrast" | "high-contrast-light";
  readonly background: string;
  readonly foreground: string;
  /** The colour of texts that matter less: ticks of a slider, the modebar. */
  readonly muted: string;
  /** The background of menus and buttons in the drawing. */
  readonly raised: string;
  readonly border: string;
  readonly accent: string;
  readonly fontFamily: string;
}

/** Channels from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Reads a colour as Plotly.js does. One that is partly transparent is laid over `ground`. Without a ground it counts as
 * opaque if at least half of it is, and as none otherwise. Returns undefined for what is no colour.
 */
export function parseColor(text: unknown, ground?: Rgb): Rgb | undefined {
  const color = typeof text === "string" ? readColor(text) : undefined;
  if (color === undefined) return undefined;
  const { red, green, blue, alpha } = color;
  if (alpha < 0.5 && ground === undefined) return undefined;
  const laid = (channel: number, under = channel * 255): number =>
    ground === undefined ? channel * 255 : channel * 255 * alpha + under * (1 - alpha);
  return [laid(red, ground?.[0]), laid(green, ground?.[1]), laid(blue, ground?.[2])];
}

/** Computes the relative luminance as WCAG 2 defines it, 0–1. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** Computes the contrast as WCAG 2 defines it, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** Lays a part (0–1) of the first colour over the second. */
export function blend(over: string, under: string, part: number): string {
  const [a, b] = [parseColor(over), parseColor(under)];
  if (!a || !b) return over;
  const mixed = a.map((channel, i) => Math.round(channel * part + (b[i] ?? 0) * (1 - part)));
  return `rgb(${mixed.join(", ")})`;
}
