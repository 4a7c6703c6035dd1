import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionList,
  type Disposable,
  languages,
  type Position,
  type Range,
  SnippetString,
  type TextDocument,
  type Uri,
} from "vscode";
import { type ColumnSummary, countText, summarizeColumn } from "../../figure/data/columns/columnSummary.ts";
import type { GridColumn } from "../../figure/model/grid.ts";
import { type SrcCompletion, srcCompletionAt } from "../../figure/language/srcCompletion.ts";
import { fileLabel, type FileMetadata } from "../../plotsApi/bodies/file.ts";
import { toRange } from "../editing/ranges.ts";
import { formatCount } from "../../figure/model/counts.ts";
import { figureSelector, type FigureReader, type FigureVersion } from "../figures/figureReader.ts";
import type { GridLookup } from "../grids/gridLookup.ts";
import { code, markdown, plain, summaryParagraphs } from "./markdown.ts";
import { waitFor } from "../tasks/patience.ts";
import { columnsOf } from "../../figure/data/grids/gridText.ts";
import { piecesOf, summarizeSlowly } from "./slowSummary.ts";

/** A list that takes longer than this many milliseconds is not shown; it is there when the person asks again. */
const PATIENCE = 4000;

/** This many values tell the kind of a column. */
const SAMPLE = 1000;

/** A completion, and the grid or column that it stands for. */
class ReferenceItem extends CompletionItem {
  column: { readonly name: string; readonly column: GridColumn } | undefined;
  grid: { readonly document: Uri; readonly fid: string } | undefined;
}

/** Registers the completion of references: first the person's grids, then the grid's columns. */
export function registerCompletions(figures: FigureReader, grids: GridLookup): Disposable {
  return languages.registerCompletionItemProvider(
    figureSelector,
    new ReferenceCompletions(figures, grids),
    '"',
    ":",
    ",",
  );
}

class ReferenceCompletions implements CompletionItemProvider<ReferenceItem> {
  readonly #figures: FigureReader;
  readonly #grids: GridLookup;

  constructor(figures: FigureReader, grids: GridLookup) {
    this.#figures = figures;
    this.#grids = grids;
  }

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<CompletionList<ReferenceItem> | undefined> {
    const figure = await this.#figures.read(document, token);
    const place = figure && srcCompletionAt(figure.text, figure.structure, document.offsetAt(position));
    if (figure === undefined || place === undefined) return undefined;
    const range = toRange(document, place.span);
    const items =
      place.part === "grid"
        ? await this.#gridItems(figure, place.unquoted, range, token)
        : await this.#columnItems(document.uri, place, range, token);
    return items && new CompletionList(items);
  }

  async resolveCompletionItem(item: ReferenceItem, token: CancellationToken): Promise<ReferenceItem> {
    if (item.column !== undefined) {
      const slow = await summarizeSlowly(piecesOf(item.column.column.data), token);
      if (slow !== undefined) item.documentation = markdown(summaryParagraphs(slow.summary));
    }
    if (item.grid !== undefined) {
      const waited = await waitFor(this.#grids.facts(item.grid.document, item.grid.fid), token, PATIENCE);
      if (waited.state === "here") item.documentation = markdown([columnList(waited.value.facts)]);
    }
    return item;
  }

  /** Offers the person's own grids, and those that the figure refers to already. */
  async #gridItems(
    { document, outline }: FigureVersion,
    unquoted: boolean,
    range: Range,
    token: CancellationToken,
  ): Promise<ReferenceItem[] | undefined> {
    const waited = await waitFor(this.#grids.mine(document.uri), token, PATIENCE);
    if (waited.state === "cancelled") return undefined;
    const mine = waited.state === "here" && waited.value.ok ? waited.value.value : [];
    const known = new Set(mine.map(({ fid }) => fid));
    const used = new Set(outline.references.flatMap(({ text }) => /^[^:\s]+:\d+(?=:)/.exec(text ?? "")?.[0] ?? []));
    const others = [...used].filter((fid) => !known.has(fid)).map((fid): FileMetadata => ({ fid }));
    return [...mine, ...others].map((grid, index) => {
      const { fid } = grid;
      const label = fileLabel(grid);
      const item = new ReferenceItem(
        { label, description: label === fid ? "used in this figure" : fid },
        CompletionItemKind.Struct,
      );
      item.range = range;
      item.insertText = new SnippetString().appendText(unquoted ? `"${fid}:` : `${fid}:`);
      if (unquoted) item.insertText.appendTabstop(0).appendText('"');
      item.filterText = `${unquoted ? '"' : ""}${fid}: ${label}`;
      item.sortText = String(index).padStart(5, "0");
      item.detail = gridDetail(grid);
      item.grid = { document: document.uri, fid };
      item.command = { command: "editor.action.triggerSuggest", title: "Choose a Column" };
      return item;
    });
  }

  async #columnItems(
    document: Uri,
    { fid, taken }: Extract<SrcCompletion, { part: "column" }>,
    range: Range,
    token: CancellationToken,
  ): Promise<ReferenceItem[] | undefined> {
    const waited = await waitFor(this.#grids.content(document, fid), token, PATIENCE);
    if (waited.state === "cancelled") return undefined;
    if (waited.state === "here" && waited.value.ok) {
      return columnsOf(waited.value.value)
        .filter(({ column }) => !taken.includes(column.uid))
        .map(({ name, column }, index) => {
          const item = columnItem(name, column.uid, range, index);
          item.label = { label: name, description: countText(sampled(column)) };
          item.column = { name, column };
          return item;
        });
    }
    // Names come soon, even where the data takes long.
    const facts = await waitFor(this.#grids.facts(document, fid), token, PATIENCE);
    if (facts.state !== "here" || facts.value.facts.state !== "readable") return undefined;
    return facts.value.facts.columns
      .filter(({ uid }) => !taken.includes(uid))
      .map(({ name, uid }, index) => columnItem(name, uid, range, index));
  }
}

function columnItem(name: string, uid: string, range: Range, index: number): ReferenceItem {
  const item = new ReferenceItem({ label: name }, CompletionItemKind.Field);
  item.range = range;
  item.insertText = uid;
  item.filterText = `${uid} ${name}`;
  item.sortText = String(index).padStart(5, "0");
  item.detail = `column ${uid}`;
  return item;
}

function gridDetail({ fid, owner, date_modified }: FileMetadata): string {
  const day = date_modified?.slice(0, 10);
  const whose = owner?.trim() || fid.slice(0, fid.lastIndexOf(":"));
  return `grid of ${whose}${day === undefined ? "" : `, changed ${day}`}`;
}

function columnList(facts: Awaited<ReturnType<GridLookup["facts"]>>["facts"]): string {
  if (facts.state !== "readable") return "Its columns cannot be read.";
  const shown = facts.columns.slice(0, 20).map(({ name, uid }) => `- ${plain(name)} ${code(uid)}`);
  return [formatCount(facts.columns.length, "column"), "", ...shown].join("\n");
}

/** The column's kind, by its first values, and its length. */
function sampled({ data }: GridColumn): ColumnSummary {
  return { ...summarizeColumn(data.slice(0, SAMPLE)), count: data.length, gaps: 0 };
}
