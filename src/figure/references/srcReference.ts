import type { Span } from "../model/span.ts";

/**
 * What a `<attribute>src` string points to: columns of one grid.
 *
 * Grammar (recorded answers and clients of the v2 API):
 * `owner:idlocal:` then nothing (the whole grid), `uid,uid…` (these columns, in this order) or `-uid,uid…` (all but
 * these), then at most one of `*`, `?names`, `?rows=<from>-[<to>]`, `?row=<index>`.
 */
export interface SrcSelector {
  readonly owner: string;
  /** Number of the grid among its owner's files; counts from 0. */
  readonly idlocal: number;
  /** `owner:idlocal`, as the grids resource takes it. */
  readonly fid: string;
  readonly columns: "all" | "only" | "except";
  /** The uids written, in order; empty when `columns` is `"all"`. */
  readonly uids: readonly string[];
  /** `*`: the value is a list of columns even when it is one column. */
  readonly list: boolean;
  /** `?names`: the value is the columns' names. */
  readonly names: boolean;
  /** `?rows=`: the range as written, `"1-"` or `"1-5"`; zero-based. */
  readonly rows?: string;
  /** `?row=`: this one row across the columns; zero-based. */
  readonly row?: number;
}

/** The places of a reference's parts in its text. */
export interface SrcSpans {
  readonly fid: Span;
  readonly uids: readonly Span[];
  /** Undefined where there is no suffix. */
  readonly suffix: Span | undefined;
}

const UIDS = "[A-Za-z0-9]+(?:,[A-Za-z0-9]+)*";
const GRAMMAR = new RegExp(
  String.raw`^(?<owner>[^\s:,/*?#]+):(?<idlocal>0|[1-9]\d{0,14}):` +
    String.raw`(?<columns>(?<except>-)?(?<uids>${UIDS}))?` +
    String.raw`(?:(?<list>\*)|(?<names>\?names)|\?rows=(?<rows>\d{1,9}-(?:\d{1,9})?)|\?row=(?<row>0|[1-9]\d{0,8}))?$`,
);

/** Parses a reference; undefined where `text` is none. Each reference has exactly one text. */
export function parseSrc(text: string): SrcSelector | undefined {
  const parts = GRAMMAR.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { owner, idlocal, columns, except, uids, list, names, rows, row } = parts;
  if (owner === undefined || idlocal === undefined) return undefined;
  return {
    owner,
    idlocal: Number(idlocal),
    fid: `${owner}:${idlocal}`,
    columns: columns === undefined ? "all" : except === undefined ? "only" : "except",
    uids: uids === undefined ? [] : uids.split(","),
    list: list !== undefined,
    names: names !== undefined,
    ...(rows === undefined ? {} : { rows }),
    ...(row === undefined ? {} : { row: Number(row) }),
  };
}

/** The text of a reference; `formatSrc(parseSrc(text))` is `text`. */
export function formatSrc(selector: Omit<SrcSelector, "owner" | "idlocal">): string {
  return `${selector.fid}:${selector.columns === "except" ? "-" : ""}${selector.uids.join(",")}${suffixOf(selector)}`;
}

/** A reference to one column, as every client writes it. */
export function formatColumnSrc(fid: string, uid: string): string {
  return `${fid}:${uid}`;
}

/** The places of the parts in the text from which `selector` was parsed, in UTF-16 code units. */
export function srcSpans(selector: SrcSelector): SrcSpans {
  const fid: Span = { start: 0, end: selector.fid.length };
  let at = fid.end + (selector.columns === "except" ? 2 : 1);
  const uids: Span[] = [];
  for (const uid of selector.uids) {
    uids.push({ start: at, end: at + uid.length });
    at += uid.length + 1;
  }
  if (uids.length > 0) at -= 1;
  const suffix = suffixOf(selector);
  return { fid, uids, suffix: suffix === "" ? undefined : { start: at, end: at + suffix.length } };
}

function suffixOf(selector: Pick<SrcSelector, "list" | "names" | "rows" | "row">): string {
  if (selector.list) return "*";
  if (selector.names) return "?names";
  if (selector.rows !== undefined) return `?rows=${selector.rows}`;
  if (selector.row !== undefined) return `?row=${selector.row}`;
  return "";
}
