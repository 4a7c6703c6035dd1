import { colorsNamed, modeHsl, modeRgb, type Rgb, useMode } from "culori/fn";

/** A colour in sRGB. Channels and alpha go from 0 to 1. */
export interface ColorValue {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const toRgb = useMode(modeRgb);
const toHsl = useMode(modeHsl);

const names = new Map(Object.entries(colorsNamed).map(([name, rgb]) => [rgb, name]));

/**
 * The colour that Plotly.js draws for a text: a name, `#rgb` to `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()` or `hsla()`.
 * Undefined for other texts, and for rare notations such as `lab()`.
 */
export function parseColor(text: string): ColorValue | undefined {
  // As Plotly.js does: the parser takes lower case alone, and digits without "#".
  const color = text.trim().toLowerCase();
  if (/^[\da-f]+$/.test(color) || !/^(?:#|rgb|hsl|[a-z]+$)/.test(color)) return undefined;
  try {
    const rgb = toRgb(color);
    return rgb && valueOf(rgb);
  } catch {
    // It throws for units that it does not know: `rgb(0px 1 2)`.
    return undefined;
  }
}

/** The colour with this hue (in degrees) and this saturation, lightness and alpha (from 0 to 1). */
export function hslColor(hue: number, saturation: number, lightness: number, alpha: number): ColorValue {
  return valueOf(toRgb({ mode: "hsl", h: hue, s: saturation, l: lightness, alpha }) ?? { mode: "rgb" });
}

/** The ways to write a colour, the notation of `like` first. `parseColor` reads each of them. */
export function colorTexts(color: ColorValue, like: string): string[] {
  const written = like.trim();
  const hex = hexText(color, written);
  const rgb = functionText(
    "rgb",
    [color.red, color.green, color.blue].map((each) => String(byte(each))),
    color.alpha,
    written,
  );
  const hsl = hslText(color, written);
  const name =
    color.alpha === 1 ? names.get((byte(color.red) << 16) | (byte(color.green) << 8) | byte(color.blue)) : undefined;
  const own = /^rgb/i.test(written) ? rgb : /^hsl/i.test(written) ? hsl : !written.startsWith("#") && name ? name : hex;
  return [...new Set([own, hex, rgb, hsl])];
}

/** `#abc` where it was so short, `#AABBCC` where it was in capitals. */
function hexText({ red, green, blue, alpha }: ColorValue, like: string): string {
  const channels = [red, green, blue, ...(alpha < 1 ? [alpha] : [])].map((each) =>
    byte(each).toString(16).padStart(2, "0"),
  );
  const isShort = like.startsWith("#") && like.length <= 5 && channels.every(([first, second]) => first === second);
  const digits = channels.map((each) => (isShort ? each.slice(1) : each)).join("");
  return `#${/^#[^a-f]*[A-F][^a-f]*$/.test(like) ? digits.toUpperCase() : digits}`;
}

function hslText(color: ColorValue, like: string): string {
  const hsl = toHsl({ mode: "rgb", r: color.red, g: color.green, b: color.blue });
  const percent = (value = 0) => `${rounded(value * 100, 1)}%`;
  return functionText("hsl", [String(rounded(hsl?.h ?? 0, 1)), percent(hsl?.s), percent(hsl?.l)], color.alpha, like);
}

/** Writes with commas or without, as `like` does. */
function functionText(name: "rgb" | "hsl", channels: readonly string[], alpha: number, like: string): string {
  const isModern = /^(?:rgb|hsl)/i.test(like) && !like.includes(",");
  const opacity = alpha === 1 ? [] : [String(rounded(alpha, 3))];
  if (isModern) return `${name}(${[channels.join(" "), ...opacity].join(" / ")})`;
  const comma = /^(?:rgb|hsl)/i.test(like) && !/,\s/.test(like) ? "," : ", ";
  return `${name}${alpha === 1 ? "" : "a"}(${[...channels, ...opacity].join(comma)})`;
}

function valueOf({ r, g, b, alpha = 1 }: Rgb): ColorValue {
  return { red: within(r), green: within(g), blue: within(b), alpha: within(alpha) };
}

function within(channel: number | undefined): number {
  return channel !== undefined && channel > 0 ? Math.min(channel, 1) : 0;
}

function byte(channel: number): number {
  return Math.round(channel * 255);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
