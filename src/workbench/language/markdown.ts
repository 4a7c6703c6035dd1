import { MarkdownString, type Uri } from "vscode";
import { columnPicture, pictureAddress } from "../../figure/data/columns/columnPicture.ts";
import { type ColumnSummary, countText, rangeText } from "../../figure/data/columns/columnSummary.ts";
import { formatNumber } from "../../figure/model/counts.ts";

/** Markdown that shows a text as it is, on one line. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, " ").replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&]/g, String.raw`\$&`);
}

/** Markdown that shows a text as code, whatever characters it has. */
export function code(text: string): string {
  return `\`${text.replaceAll(/[`\p{Cc}]/gu, " ").trim()}\``;
}

/** The address of a link that opens a document. `markdown` allows no other links. */
export function openLink(uri: Uri): string {
  const uris = encodeURIComponent(JSON.stringify([uri]));
  return `command:vscode.open?${uris.replaceAll("(", "%28").replaceAll(")", "%29")}`;
}

/** Makes a Markdown string of paragraphs. */
export function markdown(paragraphs: readonly (string | undefined)[]): MarkdownString {
  const text = new MarkdownString(paragraphs.filter((each) => each !== undefined && each !== "").join("\n\n"));
  text.isTrusted = { enabledCommands: ["vscode.open"] };
  return text;
}

/** Tells what a column holds: count and range, a picture, and the first values. */
export function summaryParagraphs(summary: ColumnSummary, note?: string): string[] {
  const range = rangeText(summary);
  const different = summary.distinct === undefined ? undefined : `${formatNumber(summary.distinct)} different`;
  const facts = [countText(summary), range ?? different].filter((each) => each !== undefined).join(" · ");
  const picture = columnPicture(summary);
  const more = summary.count > summary.first.length ? ", …" : "";
  return [
    plain(facts) + (note === undefined ? "" : ` (${plain(note)})`),
    picture === undefined ? "" : `![${plain(facts)}](${pictureAddress(picture)})`,
    summary.count === 0 ? "" : code(summary.first.join(", ") + more),
  ];
}
