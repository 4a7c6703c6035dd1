/** Units in which people give the size of a figure. Plotly's pixel is that of CSS: 96 of them are an inch. */
export const lengthUnits = ["px", "mm", "cm", "in"] as const;

export type LengthUnit = (typeof lengthUnits)[number];

const pixels: { readonly [unit in LengthUnit]: number } = { px: 1, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
const digits: { readonly [unit in LengthUnit]: number } = { px: 0, mm: 1, cm: 2, in: 2 };

/** Pixels in a unit, rounded as people write it. */
export function fromPixels(length: number, unit: LengthUnit): number {
  return Number((length / pixels[unit]).toFixed(digits[unit]));
}

/** A length in pixels, to a hundredth. */
export function toPixels(length: number, unit: LengthUnit): number {
  return Math.round(length * pixels[unit] * 100) / 100;
}

/** The size of letters in pixels, for points: 72 points are an inch. */
export const pointsToPixels = (points: number): number => Math.round((points * 9600) / 72) / 100;
