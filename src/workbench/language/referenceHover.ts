import { type CancellationToken, Hover, type MarkdownString, type Uri } from "vscode";
import type { GridColumn, GridContent } from "../../figure/model/grid.ts";
import { columnsOf } from "../../figure/data/grids/gridText.ts";
import { type SrcPlace, srcPlaceAt } from "../../figure/references/srcPlace.ts";
import type { GridMetadata } from "../../plotsApi/bodies/grid.ts";
import { toRange } from "../editing/ranges.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { FigureVersion } from "../figures/figureReader.ts";
import type { GridLookup } from "../grids/gridLookup.ts";
import { code, markdown, openLink, plain, summaryParagraphs } from "./markdown.ts";
import { waitFor } from "../tasks/patience.ts";
import { piecesOf, type SlowSummary, summarizeSlowly } from "./slowSummary.ts";

/** The most columns of a grid that are listed. */
const MOST_COLUMNS = 12;

/** Makes the hover over a reference: its grid, and what its column holds, with a picture. */
export class ReferenceHover {
  readonly #grids: Pick<GridLookup, "content" | "about" | "document">;
  /** Summaries of columns, kept for as long as the columns themselves. */
  readonly #summaries = new WeakMap<GridColumn, SlowSummary>();

  readonly #patience: number;

  /** @param patience milliseconds after which a hover comes too late, and says so. */
  constructor(grids: Pick<GridLookup, "content" | "about" | "document">, patience = 5000) {
    this.#grids = grids;
    this.#patience = patience;
  }

  async at({ document, outline }: FigureVersion, offset: number, token: CancellationToken): Promise<Hover | undefined> {
    const place = srcPlaceAt(outline, offset);
    if (place === undefined) return undefined;
    const { fid } = place.selector;
    const asked = Promise.all([this.#grids.content(document.uri, fid), this.#grids.about(document.uri, fid)]);
    const waited = await waitFor(asked, token, this.#patience);
    if (waited.state === "cancelled") return undefined;
    const range = toRange(document, place.span);
    if (waited.state === "late")
      return new Hover(
        markdown([`The server has not sent the grid ${code(fid)} yet. Point here again to see whether it has.`]),
        range,
      );
    const [content, about] = waited.value;
    if (!content.ok) return new Hover(markdown([plain(content.error.sentence)]), range);
    const uri = await this.#grids.document(document.uri, fid);
    const facts = about.ok ? about.value : undefined;
    const told = await this.#tell(
      place,
      content.value,
      gridLine(fid, facts, uri, columnsOf(content.value).length),
      token,
    );
    return told && new Hover(told, range);
  }

  async #tell(
    { selector: { uids, columns: kind }, uid }: SrcPlace,
    content: GridContent,
    grid: string,
    token: CancellationToken,
  ): Promise<MarkdownString | undefined> {
    const columns = columnsOf(content);
    const wanted = uid ?? (uids.length === 1 && kind === "only" ? uids[0] : undefined);
    if (wanted !== undefined) {
      const found = columns.find(({ column }) => column.uid === wanted);
      if (found === undefined) return markdown([`This grid has no column ${code(wanted)}.`, grid]);
      const slow = await this.#summaryOf(found.column, token);
      if (slow === undefined) return undefined;
      const title = `**${plain(found.name)}** · column ${code(wanted)}`;
      return markdown([
        title,
        ...summaryParagraphs(slow.summary, slow.isAll ? undefined : "of its first values"),
        grid,
      ]);
    }
    const isNamed = ({ column }: { readonly column: GridColumn }) => uids.includes(column.uid) === (kind === "only");
    const named = kind === "all" ? columns : columns.filter(isNamed);
    const lines = named
      .slice(0, MOST_COLUMNS)
      .map(
        ({ name, column }) => `- **${plain(name)}** ${code(column.uid)} · ${formatCount(column.data.length, "value")}`,
      );
    const left = named.length - MOST_COLUMNS;
    return markdown([grid, lines.join("\n"), left > 0 ? `and ${formatCount(left, "more column")}` : ""]);
  }

  async #summaryOf(column: GridColumn, token: CancellationToken): Promise<SlowSummary | undefined> {
    const known = this.#summaries.get(column);
    if (known !== undefined) return known;
    const summary = await summarizeSlowly(piecesOf(column.data), token);
    if (summary !== undefined) this.#summaries.set(column, summary);
    return summary;
  }
}

function gridLine(fid: string, about: GridMetadata | undefined, uri: Uri | undefined, columns: number): string {
  const name = about?.filename?.trim() || fid;
  const owner = about?.owner?.trim() || fid.slice(0, fid.lastIndexOf(":"));
  const shown = uri === undefined ? `**${plain(name)}**` : `[${plain(name)}](${openLink(uri)} "Open the grid")`;
  return `Grid ${shown} of ${plain(owner)} · ${code(fid)} · ${formatCount(columns, "column")}`;
}
