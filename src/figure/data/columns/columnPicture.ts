import type { ColumnSummary } from "./columnSummary.ts";
import { formatNumber } from "../../model/counts.ts";

const WIDTH = 280;
const HEIGHT = 64;
const MARGIN = 3;

/** To be seen on white as on black: contrast of at least 3 to both. */
const LINE = "#3a86c8";
const TEXT = "#7f7f7f";

/** So few values show each by itself. */
const FEW = 60;

/**
 * Draws a column as an SVG of 280 by 64 pixels without a background: numbers and dates in the order of their rows,
 * texts by how often they occur. Undefined where there is nothing to see.
 */
export function columnPicture(summary: ColumnSummary): string | undefined {
  if (summary.course.length > 1) return svg(course(summary));
  if (summary.frequent.length > 1 && summary.frequent[0]!.count > 1) return svg(bars(summary));
  return undefined;
}

/** The picture as a data URI for Markdown: it contains neither blanks nor brackets. */
export function pictureAddress(picture: string): string {
  const encoded = encodeURIComponent(picture).replaceAll(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml;charset=utf-8,${encoded}`;
}

function course({ course: steps, range }: ColumnSummary): string {
  const { minimum, maximum } = range ?? { minimum: 0, maximum: 1 };
  const across = (index: number) => fixed(MARGIN + (index / (steps.length - 1)) * (WIDTH - 2 * MARGIN));
  // The greatest numbers are halved, since a number cannot say how far apart they are.
  const scale = maximum - minimum === Infinity ? 0.5 : 1;
  const share = (value: number) => (value * scale - minimum * scale) / (maximum * scale - minimum * scale);
  const down = (value: number) =>
    fixed(maximum === minimum ? HEIGHT / 2 : HEIGHT - MARGIN - share(value) * (HEIGHT - 2 * MARGIN));
  const flat = steps.every(({ low, high }) => low === high);
  const zero =
    minimum < 0 && maximum > 0
      ? `<path d="M0 ${down(0)}H${WIDTH}" stroke="${TEXT}" stroke-opacity=".5" stroke-dasharray="2 3"/>`
      : "";
  if (flat) {
    const points = steps.map(({ low }, index) => `${across(index)} ${down(low)}`);
    const dots =
      steps.length > FEW
        ? ""
        : points.map((point) => `<circle cx="${point.split(" ")[0]}" cy="${point.split(" ")[1]}" r="2"/>`).join("");
    return `${zero}<path d="M${points.join("L")}" fill="none" stroke="${LINE}" stroke-width="1.5" stroke-linejoin="round"/><g fill="${LINE}">${dots}</g>`;
  }
  const above = steps.map(({ high }, index) => `${across(index)} ${down(high)}`);
  const below = steps.map(({ low }, index) => `${across(index)} ${down(low)}`).toReversed();
  return `${zero}<path d="M${above.join("L")}L${below.join("L")}Z" fill="${LINE}" stroke="${LINE}" stroke-width="1" stroke-linejoin="round"/>`;
}

function bars({ frequent }: ColumnSummary): string {
  const shown = frequent.slice(0, 4);
  const most = shown[0]?.count ?? 1;
  const height = HEIGHT / shown.length;
  return shown
    .map(({ text, count }, index) => {
      const top = index * height;
      const long = fixed(Math.max(1, (count / most) * 130));
      return (
        `<rect x="104" y="${fixed(top + 2)}" width="${long}" height="${fixed(height - 4)}" rx="1" fill="${LINE}"/>` +
        label(98, top + height / 2, "end", short(text)) +
        label(108 + Number(long), top + height / 2, "start", formatNumber(count))
      );
    })
    .join("");
}

function label(x: number, y: number, anchor: "start" | "end", text: string): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" dominant-baseline="central" font-family="sans-serif" font-size="11" fill="${TEXT}">${escaped(text)}</text>`;
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${content}</svg>`;
}

function short(text: string): string {
  return text.length > 16 ? `${text.slice(0, 15)}…` : text;
}

/** What no XML may hold is left out, half a character too. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
