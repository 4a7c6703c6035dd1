import type { PlotOrder, PlotPosition } from "../store/plots/plots.ts";
import { formatPosition, parseTime } from "../model/time.ts";
import { HttpError } from "./httpError.ts";

/** Says where a page of the list starts, and in which direction it is read. */
export interface Cursor {
  /** The page stands before the position, not after it. */
  readonly reverse: boolean;
  readonly position: PlotPosition;
}

/**
 * Writes a cursor as recorded: base64 of a query string, `p=<position>` for the next page and `r=1&p=<position>` for
 * the page before. The position is the time or the views of the page's last or first plot.
 *
 * Where plots share a position, the recorded form counts an offset (`o`). Ours adds the plot's own number (`t`)
 * instead: our choice. A page then costs the same however many plots share a position, and keeps its place when plots
 * are added. A cursor without `t`, such as the recorded one, starts beyond all plots at its position.
 */
export function encodeCursor(order: PlotOrder, { reverse, position }: Cursor): string {
  const place = order === "created" ? formatPosition(position.value) : String(position.value);
  const parts = `${reverse ? "r=1&" : ""}p=${encodeURIComponent(place).replace("%20", "+")}`;
  return btoa(position.id === undefined ? parts : `${parts}&t=${position.id}`);
}

/** Reads a cursor. Throws 404 "Invalid cursor", as Django REST framework does. */
export function decodeCursor(order: PlotOrder, text: string): Cursor {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw invalid();
  const parts = new URLSearchParams(Buffer.from(text, "base64").toString("latin1"));
  const [p, t] = [parts.get("p") ?? "", parts.get("t")];
  const value = order === "created" ? parseTime(p) : wholeNumber(p);
  const id = t === null ? undefined : wholeNumber(t);
  if (value === undefined || (t !== null && id === undefined)) throw invalid();
  return { reverse: parts.get("r") === "1", position: { value, id } };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function invalid(): HttpError {
  return new HttpError(404, "Invalid cursor");
}
