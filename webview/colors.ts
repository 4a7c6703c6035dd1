/** The colours that a drawing takes from the editor's theme, each as CSS writes it. */
export interface EditorColors {
  readonly kind: "light" | "dark" | "high-contrast" | "high-contrast-light";
  readonly background: string;
  readonly foreground: string;
  /** For texts that matter less: ticks of a slider, modebar. */
  readonly muted: string;
  /** The background of menus and buttons in the drawing. */
  readonly raised: string;
  readonly border: string;
  readonly accent: string;
  readonly fontFamily: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)`, black and white as 0–255; undefined for all else, and for what is see-through. */
export function parseColor(text: unknown): Rgb | undefined {
  if (typeof text !== "string") return undefined;
  const color = text.trim().toLowerCase();
  if (color === "white") return [255, 255, 255];
  if (color === "black") return [0, 0, 0];
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(color)?.[1];
  if (hex !== undefined) {
    const digits = hex.length < 6 ? hex.replaceAll(/./g, "$&$&") : hex;
    if (digits.length === 8 && Number.parseInt(digits.slice(6), 16) < 128) return undefined;
    const channel = (start: number): number => Number.parseInt(digits.slice(start, start + 2), 16);
    return [channel(0), channel(2), channel(4)];
  }
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!parts || parts.some(Number.isNaN)) return undefined;
  const [red, green, blue, alpha = 1] = parts;
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return undefined;
  return [red, green, blue];
}

/** Relative luminance as WCAG 2 defines it, 0–1. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** Contrast as WCAG 2 defines it, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** `part` of the first colour laid over the second. */
export function blend(over: string, under: string, part: number): string {
  const [a, b] = [parseColor(over), parseColor(under)];
  if (!a || !b) return over;
  const mixed = a.map((channel, i) => Math.round(channel * part + (b[i] ?? 0) * (1 - part)));
  return `rgb(${mixed.join(", ")})`;
}
