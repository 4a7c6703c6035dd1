/** Channels from 0 to 255 and alpha from 0 to 1. */
interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** `rgb`, `hsl` or `hsv` with or without `a`, in every spelling that Plotly took before version 4. */
const LOOSE =
  /^(?<model>rgb|hsl|hsv)a?[\s(]+(?<first>[-+]?[\d.]+%?)[,\s]+(?<second>[-+]?[\d.]+%?)[,\s]+(?<third>[-+]?[\d.]+%?)(?:[,\s/]+(?<alpha>[-+]?[\d.]+%?))?\s*\)?\s*;?$/;
const HEX = /^#?(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;

/**
 * The same colour as Plotly 4 reads it, for one that Plotly 1 to 3 read and 4 does not: hexadecimal without `#`,
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

/** The same without its alpha, for an `rgb()` with four channels: only `rgba()` had one before Plotly 4. */
export function opaqueColor(text: string): string | undefined {
  if (!text.startsWith("rgb") || text.startsWith("rgba")) return undefined;
  const parts = LOOSE.exec(text.trim().toLowerCase())?.groups;
  if (parts?.["alpha"] === undefined) return undefined;
  return format({ ...read(parts), alpha: 1 });
}

/** The colour with its alpha times `opacity`; undefined for one that is given by an uncommon name. */
export function fadedColor(text: string, opacity: number): string | undefined {
  const color = parse(text.trim().toLowerCase());
  return color === undefined ? undefined : format({ ...color, alpha: color.alpha * opacity });
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

function read(parts: Parts): Color {
  const { model, first = "", second = "", third = "", alpha } = parts;
  const opacity = alpha === undefined ? 1 : Math.min(1, share(alpha, 1));
  if (model !== "rgb")
    return fromHue(model === "hsv", Number.parseFloat(first), fraction(second), fraction(third), opacity);
  const whole = isFractional(parts) ? 1 : 255;
  const channel = (part: string): number =>
    isWholeOne(part) ? 255 : Math.min(255, Math.max(0, share(part, whole) * 255));
  return { red: channel(first), green: channel(second), blue: channel(third), alpha: opacity };
}

function share(part: string, whole: number): number {
  return Number.parseFloat(part) / (part.endsWith("%") ? 100 : whole);
}

/** Saturation and lightness stood as percents, as numbers up to 100, or as fractions. */
function fraction(part: string): number {
  const number = Number.parseFloat(part);
  return part.endsWith("%") || number > 1 ? Math.min(1, number / 100) : number;
}

function fromHue(isValue: boolean, hue: number, saturation: number, level: number, alpha: number): Color {
  const chroma = isValue ? level * saturation : (1 - Math.abs(2 * level - 1)) * saturation;
  const darkest = isValue ? level - chroma : level - chroma / 2;
  const channel = (shift: number): number => {
    const sector = (((hue / 60 + shift) % 6) + 6) % 6;
    return 255 * (darkest + chroma * Math.min(1, Math.max(0, Math.abs(sector - 3) - 1)));
  };
  return { red: channel(0), green: channel(4), blue: channel(2), alpha };
}

const NAMED: { readonly [name: string]: string | undefined } = {
  black: "#000000",
  blue: "#0000ff",
  gray: "#808080",
  green: "#008000",
  grey: "#808080",
  orange: "#ffa500",
  purple: "#800080",
  red: "#ff0000",
  white: "#ffffff",
  yellow: "#ffff00",
};

function parse(color: string): Color | undefined {
  const parts = LOOSE.exec(color)?.groups;
  if (parts !== undefined) return read(parts);
  const hex = Object.hasOwn(NAMED, color) ? (NAMED[color] ?? "") : color;
  if (!HEX.test(hex)) return undefined;
  const digits = hex.replace("#", "");
  const size = digits.length <= 4 ? 1 : 2;
  const channel = (index: number): number => {
    const text = digits.slice(index * size, (index + 1) * size);
    return text === "" ? 255 : Number.parseInt(size === 1 ? text + text : text, 16);
  };
  return { red: channel(0), green: channel(1), blue: channel(2), alpha: channel(3) / 255 };
}

function format({ red, green, blue, alpha }: Color): string {
  const channels = [red, green, blue].map(Math.round).join(", ");
  return alpha === 1 ? `rgb(${channels})` : `rgba(${channels}, ${Number(alpha.toFixed(4))})`;
}
