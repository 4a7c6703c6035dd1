import { type ColorValue, hslColor, parseColor } from "./colorValue.ts";

/** `rgb`, `hsl` or `hsv` with or without `a`, in every spelling that Plotly took before version 4. */
const LOOSE =
  /^(?<model>rgb|hsl|hsv)a?[\s(]+(?<first>[-+]?[\d.]+%?)[,\s]+(?<second>[-+]?[\d.]+%?)[,\s]+(?<third>[-+]?[\d.]+%?)(?:[,\s/]+(?<alpha>[-+]?[\d.]+%?))?\s*\)?\s*;?$/;
const HEX = /^#?(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;

/**
 * Writes a colour that Plotly 1 to 3 read and Plotly 4 does not so that Plotly 4 reads it: hexadecimal without `#`,
 * `hsv()`, fractions (`rgb(0.5, 0.2, 0)`), loose spelling (`rgb (1, 2, 3)`). Undefined for every other text.
 */
export function modernColor(text: string): string | undefined {
  if (text.startsWith("#")) return undefined;
  const color = text.trim().toLowerCase();
  if (HEX.test(color)) return `#${color}`;
  const parts = LOOSE.exec(color)?.groups;
  if (parts === undefined) return undefined;
  return isStandard(color, parts) ? undefined : format(read(parts));
}

/**
 * Writes an `rgb()` with four channels without the fourth: before Plotly 4 only `rgba()` had an alpha. Undefined for
 * every other text.
 */
export function opaqueColor(text: string): string | undefined {
  if (!text.startsWith("rgb") || text.startsWith("rgba")) return undefined;
  const parts = LOOSE.exec(text.trim().toLowerCase())?.groups;
  if (parts?.["alpha"] === undefined) return undefined;
  return format({ ...read(parts), alpha: 1 });
}

/** The colour with its alpha multiplied by `opacity`; undefined for a text that is no colour. */
export function fadedColor(text: string, opacity: number): string | undefined {
  const color = text.trim().toLowerCase();
  const parts = LOOSE.exec(color)?.groups;
  const value = parts === undefined ? parseColor(HEX.test(color) ? `#${color.replace("#", "")}` : color) : read(parts);
  return value === undefined ? undefined : format({ ...value, alpha: value.alpha * opacity });
}

type Parts = { readonly [name: string]: string | undefined };

function isStandard(color: string, parts: Parts): boolean {
  const { model, first = "", second = "", third = "" } = parts;
  if (!/^(?:rgb|hsl)a?\(.*\)$/.test(color)) return false;
  if (model === "hsl") return second.endsWith("%") && third.endsWith("%") && !first.endsWith("%");
  const percents = [first, second, third].filter((part) => part.endsWith("%")).length;
  return (percents === 0 && !isFractional(parts) && ![first, second, third].some(isWholeOne)) || percents === 3;
}

/** `1.0` was a full channel: the library that read colours took it for all of one. */
function isWholeOne(part: string): boolean {
  return part.includes(".") && Number(part) === 1;
}

/** Channels all below 1 were fractions; three zeros are black either way. */
function isFractional({ first = "", second = "", third = "" }: Parts): boolean {
  const channels = [first, second, third].map(Number);
  return channels.every((channel) => channel >= 0 && channel < 1) && channels.some((channel) => channel > 0);
}

function read(parts: Parts): ColorValue {
  const { model, first = "", second = "", third = "", alpha: written } = parts;
  const alpha = written === undefined ? 1 : Math.min(1, share(written, 1));
  if (model === "rgb") {
    const whole = isFractional(parts) ? 1 : 255;
    const channel = (part: string): number => (isWholeOne(part) ? 1 : Math.min(1, Math.max(0, share(part, whole))));
    return { red: channel(first), green: channel(second), blue: channel(third), alpha };
  }
  const hue = Number.parseFloat(first);
  const [saturation, level] = [fraction(second), fraction(third)];
  if (model === "hsl") return hslColor(hue, saturation, level, alpha);
  const lightness = level * (1 - saturation / 2);
  const most = Math.min(lightness, 1 - lightness);
  return hslColor(hue, most === 0 ? 0 : (level - lightness) / most, lightness, alpha);
}

function share(part: string, whole: number): number {
  return Number.parseFloat(part) / (part.endsWith("%") ? 100 : whole);
}

/** Saturation and lightness stood as percents, as numbers up to 100, or as fractions. */
function fraction(part: string): number {
  const number = Number.parseFloat(part);
  return part.endsWith("%") || number > 1 ? Math.min(1, number / 100) : number;
}

function format({ red, green, blue, alpha }: ColorValue): string {
  const channels = [red, green, blue].map((channel) => Math.round(channel * 255)).join(", ");
  return alpha === 1 ? `rgb(${channels})` : `rgba(${channels}, ${Number(alpha.toFixed(4))})`;
}
