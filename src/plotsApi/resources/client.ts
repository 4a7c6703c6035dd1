import type * as z from "zod";
import { oneLine } from "../errors/apiError.ts";
import { type FilePage, filePage } from "../paging/filePage.ts";
import { searchBody } from "../bodies/fileSchemas.ts";
import { FilesClient } from "./filesClient.ts";
import { FoldersClient } from "./foldersClient.ts";
import type { NewGrid, NewPlot } from "../bodies/newFile.ts";
import type { PlotPage, PlotQuery, PlotsPath } from "../paging/page.ts";
import { linkQuery, plotQuery } from "../paging/page.ts";
import { checkObject, readJson } from "../requests/readJson.ts";
import type { PlotsClientOptions } from "../requests/requests.ts";
import { filePath, place, Requests } from "../requests/requests.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import type { GridContentBody, GridMetadata, PlotContent, PlotMetadata, User } from "../bodies/schemas.ts";
import { gridContent, gridMetadata, plotContent, plotMetadata, plotPageBody, user } from "../bodies/schemas.ts";

export type { PlotsClientOptions } from "../requests/requests.ts";

export interface ContentOptions {
  /** Put the columns' values beside the references to them. */
  readonly inlineData?: boolean;
  /** Append the data of grids that the asker may not read; its shape is not documented. */
  readonly mapUnreadable?: boolean;
  /** Parse the figure and check its shape; otherwise the bytes are only looked at from both ends. */
  readonly validate?: boolean;
}

export interface PlotFile {
  /** The figure's JSON text in UTF-8, as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Where `validate` was asked for. */
  readonly figure?: PlotContent;
}

/** What servers send for pictures, and what is passed on to be shown; nothing else of a server's header is. */
const PICTURE_TYPES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/svg+xml",
]);

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** One of a few: `image/png`. */
  readonly contentType: string;
}

/**
 * One server of the v2 API. Each method answers with a value or an error; any 2xx is success. Reads are sent again where
 * that may help (`RetryPolicy`) and are shared by all who ask for the same at the same time, so nobody may change the
 * bytes of an answer; writes are one exchange, never repeated. Credentials go to the root's own origin and nowhere else.
 */
export class PlotsClient {
  /** The server's name in sentences. */
  readonly name: string;
  /** The v2 root without trailing slash. */
  readonly root: string;
  /** What can be done with a file of any type. */
  readonly files: FilesClient;
  readonly folders: FoldersClient;
  readonly #requests: Requests;

  /** Throws a TypeError where the root is no http(s) address or holds credentials: a fault of the caller. */
  constructor(options: PlotsClientOptions) {
    const requests = new Requests(options);
    this.#requests = requests;
    this.name = requests.name;
    this.root = requests.root;
    this.files = new FilesClient(requests);
    this.folders = new FoldersClient(requests);
  }

  /** The first page of all public plots, newest first unless ordered otherwise. */
  listPlots(query: PlotQuery = {}, signal?: AbortSignal): Promise<Result<PlotPage>> {
    return this.#page("plots", plotQuery(query), signal);
  }

  /** The hand-picked plots, in random order. */
  feed(signal?: AbortSignal): Promise<Result<PlotPage>> {
    return this.#page("plots/feed", "", signal);
  }

  /** The page after this one; an empty last page where there is none. `PlotPager` also notices pages that loop. */
  async nextPage(page: PlotPage, signal?: AbortSignal): Promise<Result<PlotPage>> {
    if (page.next === undefined) return ok({ path: page.path, query: page.query, results: [] });
    return this.#page(page.path, page.next, signal);
  }

  plot(fid: string, signal?: AbortSignal): Promise<Result<PlotMetadata>> {
    return this.#file("plots", fid, "", `the plot ${fid}`, plotMetadata, signal);
  }

  /** A plot's figure as bytes. */
  plotContent(fid: string, options: ContentOptions = {}, signal?: AbortSignal): Promise<Result<PlotFile>> {
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
        const checked = checkObject(answer, this.name);
        return checked.ok ? ok(file) : checked;
      }
      const figure = await readJson(answer, plotContent, this.name, subject.name);
      return figure.ok ? ok({ ...file, figure: figure.value }) : figure;
    });
  }

  grid(fid: string, signal?: AbortSignal): Promise<Result<GridMetadata>> {
    return this.#file("grids", fid, "", `the grid ${fid}`, gridMetadata, signal);
  }

  gridContent(fid: string, signal?: AbortSignal): Promise<Result<GridContentBody>> {
    return this.#file("grids", fid, "/content", `the data of the grid ${fid}`, gridContent, signal);
  }

  createPlot(body: NewPlot, signal?: AbortSignal): Promise<Result<PlotMetadata>> {
    return this.#requests.create("plots", body, "the new plot", plotMetadata, signal);
  }

  createGrid(body: NewGrid, signal?: AbortSignal): Promise<Result<GridMetadata>> {
    return this.#requests.create("grids", body, "the new grid", gridMetadata, signal);
  }

  /** Who the credentials belong to. Without any the server answers with an anonymous user, not with an error. */
  currentUser(signal?: AbortSignal): Promise<Result<User>> {
    return this.#requests.json({ at: "users/current", subject: place("the signed-in user") }, user, signal);
  }

  /**
   * A page of the files whose words begin like those of `text`, newest first. Servers also take filters among the
   * words, such as `public:false`.
   */
  async search(
    text: string,
    query: { readonly page?: number; readonly pageSize?: number } = {},
    signal?: AbortSignal,
  ): Promise<Result<FilePage>> {
    const asked = new URLSearchParams({ q: text });
    if (query.page !== undefined) asked.set("page", String(query.page));
    if (query.pageSize !== undefined) asked.set("page_size", String(query.pageSize));
    const ask = { at: "search", query: asked.toString(), subject: place("the search") };
    const body = await this.#requests.json(ask, searchBody, signal);
    return body.ok ? ok(filePage(body.value, query.page ?? 1)) : body;
  }

  /**
   * A file's picture, by fid and name (`list-thumb`, `block-thumb`, `default`) or by an address from `image_urls`,
   * which is asked only where it lies on this server's own origin (`elsewhere` otherwise).
   */
  image(fidOrUrl: string, name = "list-thumb", signal?: AbortSignal): Promise<Result<Picture>> {
    const at = this.#imageAddress(fidOrUrl, name);
    if (!at.ok) return Promise.resolve(at);
    const subject = { name: "the picture of a plot", file: true, write: false };
    return this.#requests.ask({ ...at.value, accept: "image/*", subject }, signal, (answer) => {
      const contentType = answer.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
      if (PICTURE_TYPES.has(contentType)) return ok({ bytes: answer.bytes, contentType });
      const sentence = `${this.name} sent something that is not a picture. The plot is shown without one.`;
      const detail = `${answer.summary}: ${oneLine(contentType, 100) || "no content type"}`;
      return fail({ code: "unexpected-shape", status: answer.status, sentence, detail });
    });
  }

  /** Keeps a picture of a plot with it: an extension of the embedded service, which other servers refuse. */
  putImage(fid: string, png: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<Result<undefined>> {
    const path = filePath("files", fid, "/image");
    if (!path.ok) return Promise.resolve(path);
    const subject = { name: `the picture of the plot ${fid}`, file: true, write: true };
    const ask = { method: "PUT" as const, at: path.value, body: png, contentType: "image/png", subject };
    return this.#requests.ask(ask, signal, () => ok(undefined));
  }

  async #page(path: PlotsPath, query: string, signal: AbortSignal | undefined): Promise<Result<PlotPage>> {
    const subject = place(path === "plots" ? "the list of plots" : "the feed");
    const body = await this.#requests.json({ at: path, query, subject }, plotPageBody, signal);
    if (!body.ok) return body;
    const { results } = body.value;
    const next = linkQuery(body.value.next);
    const previous = linkQuery(body.value.previous);
    return ok({
      path,
      query,
      results,
      ...(next !== undefined && { next }),
      ...(previous !== undefined && { previous }),
    });
  }

  async #file<T>(
    kind: "plots" | "grids",
    fid: string,
    route: string,
    name: string,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    const path = filePath(kind, fid, route);
    if (!path.ok) return path;
    return this.#requests.json({ at: path.value, subject: { name, file: true, write: false } }, schema, signal);
  }

  #imageAddress(fidOrUrl: string, name: string): Result<{ readonly at: string | URL; readonly query?: string }> {
    const url = URL.parse(fidOrUrl);
    const path = filePath("files", fidOrUrl, "/image");
    if (path.ok) return ok({ at: path.value, query: new URLSearchParams({ image_name: name }).toString() });
    if (!url) return path;
    url.hash = "";
    if (url.origin === this.#requests.origin && url.username === "" && url.password === "") return ok({ at: url });
    const sentence = `The picture lies outside ${this.name}, on ${url.host || "no server"}, and was not asked for.`;
    return fail({ code: "elsewhere", sentence, detail: `Picture at ${url.origin}, not at ${this.#requests.origin}.` });
  }
}
