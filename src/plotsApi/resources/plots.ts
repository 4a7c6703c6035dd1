import type { NewPlot } from "../bodies/newFile.ts";
import type { PlotContent, PlotMetadata } from "../bodies/plot.ts";
import { plotContent, plotMetadata, plotPageBody } from "../bodies/plot.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";
import { linkQuery } from "../paging/links.ts";
import type { Page } from "../paging/page.ts";
import { Pager } from "../paging/pager.ts";
import { checkObject, readJson } from "../requests/readJson.ts";
import type { Requests } from "../requests/requests.ts";
import { filePath, place } from "../requests/ask.ts";

/** What a page of plots is asked with. */
export interface PlotQuery {
  /** The only orders that are documented. Without one, the newest come first. */
  readonly orderBy?: "views" | "-views";
  /** The server's own measure, which no answer shows. */
  readonly minQuality?: number;
  readonly maxQuality?: number;
  /** The page that another one named as its next (`Page.next`). It stands for the whole query. */
  readonly page?: string;
}

/** How the figure is to be given. */
export interface ContentQuery {
  /** Puts the columns' values beside the references to them. */
  readonly inlineData?: boolean;
  /** Appends the data of grids that the asker may not read. Its shape is not documented. */
  readonly mapUnreadable?: boolean;
  /** Parses the figure and checks its shape. Otherwise only the first and the last byte are looked at. */
  readonly validate?: boolean;
}

/** A plot's figure as a server sent it. */
export interface PlotFile {
  /** The figure's JSON text in UTF-8, as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** The figure, where `validate` was asked for. */
  readonly figure?: PlotContent;
}

/** The resource `/plots`. */
export class PlotsResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Gives a page of all public plots, newest first unless ordered otherwise. */
  list(query: PlotQuery = {}, signal?: AbortSignal): Promise<Result<Page<PlotMetadata, string>>> {
    return this.#page("plots", plotQuery(query), signal);
  }

  /** Gives all public plots, page by page. */
  pager(query: PlotQuery = {}): Pager<PlotMetadata, string> {
    return new Pager<PlotMetadata, string>(plotQuery(query), (page, signal) => this.#page("plots", page, signal));
  }

  /** Gives the hand-picked plots, in random order. */
  feed(signal?: AbortSignal): Promise<Result<Page<PlotMetadata, string>>> {
    return this.#page("plots/feed", "", signal);
  }

  /** Gives the hand-picked plots, page by page. */
  feedPager(): Pager<PlotMetadata, string> {
    return new Pager<PlotMetadata, string>("", (page, signal) => this.#page("plots/feed", page, signal));
  }

  /** Reads a plot's metadata, with its figure where the server sends it along. Errors: `bad-fid`, `not-found`. */
  get(fid: string, signal?: AbortSignal): Promise<Result<PlotMetadata>> {
    return this.#requests.file("plots", fid, "", `the plot ${fid}`, plotMetadata, signal);
  }

  /** Reads a plot's figure as bytes. Errors: `bad-fid`, `not-found`, `not-json`, `half-body`, `too-large`. */
  content(fid: string, options: ContentQuery = {}, signal?: AbortSignal): Promise<Result<PlotFile>> {
    const path = filePath("plots", fid, "/content");
    if (!path.ok) return Promise.resolve(path);
    const query = new URLSearchParams();
    if (options.inlineData) query.set("inline_data", "true");
    if (options.mapUnreadable) query.set("map_data", "unreadable");
    const subject = { name: `the content of the plot ${fid}`, file: true, write: false };
    return this.#requests.ask({ at: path.value, query: query.toString(), subject }, signal, async (answer) => {
      const contentType = answer.headers.get("content-type") ?? "application/json";
      const file = { bytes: answer.bytes, contentType };
      if (!options.validate) {
        const checked = checkObject(answer, this.#requests.name);
        return checked.ok ? ok(file) : checked;
      }
      const figure = await readJson(answer, plotContent, this.#requests.name, subject.name);
      return figure.ok ? ok({ ...file, figure: figure.value }) : figure;
    });
  }

  /** Creates a plot. Errors: `conflict`, where its name is taken; `refused`, where the figure holds raw arrays. */
  create(body: NewPlot, signal?: AbortSignal): Promise<Result<PlotMetadata>> {
    return this.#requests.create("plots", body, "the new plot", plotMetadata, signal);
  }

  async #page(
    path: "plots" | "plots/feed",
    query: string,
    signal: AbortSignal | undefined,
  ): Promise<Result<Page<PlotMetadata, string>>> {
    const subject = place(path === "plots" ? "the list of plots" : "the feed");
    const body = await this.#requests.json({ at: path, query, subject }, plotPageBody, signal);
    if (!body.ok) return body;
    const next = linkQuery(body.value.next);
    return ok({ results: body.value.results, ...(next !== undefined && { next }) });
  }
}

/** Writes the query of a list, or repeats that of a page. */
function plotQuery({ orderBy, minQuality, maxQuality, page }: PlotQuery): string {
  if (page !== undefined) return page;
  const query = new URLSearchParams();
  if (orderBy) query.set("order_by", orderBy);
  if (minQuality !== undefined) query.set("min_quality", String(minQuality));
  if (maxQuality !== undefined) query.set("max_quality", String(maxQuality));
  return query.toString();
}
