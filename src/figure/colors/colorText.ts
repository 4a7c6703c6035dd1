import { colorsNamed } from "culori/fn";

/** The names of CSS, which the engine knows. */
const NAMED = new Set([...Object.keys(colorsNamed), "transparent"]);

const number = String.raw`[+-]?\d*\.?\d+(?:e[+-]?\d+)?`;
const hue = `${number}(?:deg|grad|rad|turn)?`;
const comma = String.raw`\s*,\s*`;
const alpha = String.raw`\s*(?:,\s*${number}%?\s*)?`;

/** The older notations of CSS, with commas. */
const LEGACY = [
  String.raw`rgba?\(\s*${number}${comma}${number}${comma}${number}${alpha}\)`,
  String.raw`rgba?\(\s*${number}%${comma}${number}%${comma}${number}%${alpha}\)`,
  String.raw`hsla?\(\s*${hue}${comma}${number}%${comma}${number}%${alpha}\)`,
];

const part = `(?:${number}%?|none)`;
const angle = `(?:${hue}|none)`;
const behind = String.raw`(?:\s*/\s*${part})?\s*\)?`;

/** The newer notations, with spaces. */
const MODERN = [
  String.raw`(?:rgba?|lab|oklab)\(\s*${part}\s+${part}\s+${part}${behind}`,
  String.raw`(?:hsla?|hwb)\(\s*${angle}\s+${part}\s+${part}${behind}`,
  String.raw`(?:ok)?lch\(\s*${part}\s+(?:${part}|${hue})\s+${angle}${behind}`,
  String.raw`color\(\s*[a-z-][\w-]*\s+${part}\s+${part}\s+${part}${behind}`,
];

const COLOR = new RegExp(String.raw`^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|${[...LEGACY, ...MODERN].join("|")})$`);

/**
 * Whether Plotly.js 4 reads the text as a colour: CSS names and notations in upper or lower case. It reads neither
 * hexadecimal without `#` nor `hsv()`.
 */
export function isColor(text: string): boolean {
  const color = text.trim().toLowerCase();
  return NAMED.has(color) || COLOR.test(color);
}

/** All names of colours, from which the nearest to a misspelt one is chosen. */
export const colorNames: readonly string[] = [...NAMED];
