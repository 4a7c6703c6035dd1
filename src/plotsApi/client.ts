import type * as z from "zod";
import type { ApiError } from "./apiError.ts";
import { oneLine, perhapsDone, withoutSecrets } from "./apiError.ts";
import type { Subject } from "./answerError.ts";
import { answerError } from "./answerError.ts";
import { cancelledError } from "./connectionError.ts";
import type { Credentials } from "./credentials.ts";
import { authorization, secretsOf } from "./credentials.ts";
import { fidSegment, parseFid } from "./fid.ts";
import type { NewGrid, NewPlot } from "./newFile.ts";
import type { PlotPage, PlotQuery, PlotsPath } from "./page.ts";
import { linkQuery, plotQuery } from "./page.ts";
import { checkObject, readJson } from "./readJson.ts";
import type { Result } from "./result.ts";
import { fail, ok } from "./result.ts";
import { retiredError } from "./root.ts";
import type { GridContentBody, GridMetadata, PlotContent, PlotMetadata, User } from "./schemas.ts";
import { created, gridContent, gridMetadata, plotContent, plotMetadata, plotPageBody, user } from "./schemas.ts";
import type { Answer, Fetch } from "./transport.ts";
import { Transport } from "./transport.ts";

export interface PlotsClientOptions {
  /** The v2 root, with or without trailing slash; text that people type goes through `parseRoot` first. */
  readonly root: string;
  /** Global fetch, or the embedded service's own. */
  readonly fetch: Fetch;
  /** Asked before each request where it is a function, so that a key may come, change and go. */
  readonly credentials?: Credentials | (() => Promise<Credentials | undefined>);
  /** Value of `Plotly-Client-Platform`: a name, a space, digits and dots. */
  readonly platform: string;
  /** The server's name in sentences; its host where none is given. */
  readonly name?: string;
  /** The longest silence of the server, in milliseconds (30,000); a whole exchange may take ten times as long. */
  readonly timeoutMs?: number;
  /** The largest answer that is read, in bytes (100 MB). */
  readonly maxBytes?: number;
}

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

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

interface Ask {
  readonly method?: "GET" | "POST" | "PUT";
  /** Below the root, its segments already encoded; or a whole address on the root's origin. */
  readonly at: string | URL;
  readonly query?: string;
  readonly accept?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  readonly subject: Subject;
}

/**
 * One server of the v2 API. Each method is one exchange (redirects aside), never repeated by itself, and answers with
 * a value or an error; any 2xx is success. Credentials go to the root's own origin and nowhere else.
 */
export class PlotsClient {
  /** The server's name in sentences. */
  readonly name: string;
  /** The v2 root without trailing slash. */
  readonly root: string;
  readonly #origin: string;
  readonly #options: PlotsClientOptions;
  readonly #transport: Transport;
  readonly #retired: ApiError | undefined;

  /** Throws a TypeError where the root is no http(s) address or holds credentials: a fault of the caller. */
  constructor(options: PlotsClientOptions) {
    const url = new URL(options.root);
    if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
      throw new TypeError("A v2 root is an http(s) address without user name and password.");
    }
    this.root = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
    this.name = options.name ?? url.host;
    this.#origin = url.origin;
    this.#options = options;
    this.#retired = retiredError(url);
    this.#transport = new Transport({
      fetch: options.fetch,
      server: this.name,
      timeoutMs: options.timeoutMs ?? 30_000,
      maxBytes: options.maxBytes ?? 100_000_000,
    });
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
    return this.#ask({ at: path.value, query: query.toString(), subject }, signal, (answer) => {
      const contentType = answer.headers.get("content-type") ?? "application/json";
      const file = { bytes: answer.bytes, contentType };
      if (!options.validate) {
        const checked = checkObject(answer, this.name);
        return checked.ok ? ok(file) : checked;
      }
      const figure = readJson(answer, plotContent, this.name, subject.name);
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
    return this.#create("plots", body, "the new plot", plotMetadata, signal);
  }

  createGrid(body: NewGrid, signal?: AbortSignal): Promise<Result<GridMetadata>> {
    return this.#create("grids", body, "the new grid", gridMetadata, signal);
  }

  /** Who the credentials belong to. Without any the server answers with an anonymous user, not with an error. */
  currentUser(signal?: AbortSignal): Promise<Result<User>> {
    return this.#json({ at: "users/current", subject: place("the signed-in user") }, user, signal);
  }

  /**
   * A file's picture, by fid and name (`list-thumb`, `block-thumb`, `default`) or by an address from `image_urls`,
   * which is asked only where it lies on this server's own origin (`elsewhere` otherwise).
   */
  image(fidOrUrl: string, name = "list-thumb", signal?: AbortSignal): Promise<Result<Picture>> {
    const at = this.#imageAddress(fidOrUrl, name);
    if (!at.ok) return Promise.resolve(at);
    const subject = { name: "the picture of a plot", file: true, write: false };
    return this.#ask({ ...at.value, accept: "image/*", subject }, signal, (answer) => {
      const contentType = answer.headers.get("content-type") ?? "";
      if (contentType.startsWith("image/")) return ok({ bytes: answer.bytes, contentType });
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
    const ask: Ask = { method: "PUT", at: path.value, body: png, contentType: "image/png", subject };
    return this.#ask(ask, signal, () => ok(undefined));
  }

  async #page(path: PlotsPath, query: string, signal: AbortSignal | undefined): Promise<Result<PlotPage>> {
    const subject = place(path === "plots" ? "the list of plots" : "the feed");
    const body = await this.#json({ at: path, query, subject }, plotPageBody, signal);
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
    return this.#json({ at: path.value, subject: { name, file: true, write: false } }, schema, signal);
  }

  async #create<T>(
    path: "plots" | "grids",
    body: NewPlot | NewGrid,
    name: string,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    const subject = { name, file: false, write: true };
    const ask: Ask = { method: "POST", at: path, body: JSON.stringify(body), contentType: "application/json", subject };
    const answer = await this.#json(ask, created(schema), signal);
    return answer.ok ? ok(answer.value.file) : answer;
  }

  #json<T>(ask: Ask, schema: z.ZodType<T>, signal: AbortSignal | undefined): Promise<Result<T>> {
    return this.#ask(ask, signal, (answer) => readJson(answer, schema, this.name, ask.subject.name));
  }

  /** The one way out to the server, and the one place where credentials are put on and errors freed of them. */
  async #ask<T>(ask: Ask, signal: AbortSignal | undefined, read: (answer: Answer) => Result<T>): Promise<Result<T>> {
    if (this.#retired) return fail(this.#retired);
    const credentials = await this.#credentials();
    if (!credentials.ok) return credentials;
    if (signal?.aborted) return fail(cancelledError(this.name, "Cancelled before anything was sent."));
    const url = typeof ask.at === "string" ? new URL(`${this.root}/${ask.at}`) : ask.at;
    if (ask.query) url.search = ask.query;
    const header = url.origin === this.#origin ? authorization(credentials.value) : undefined;
    const answer = await this.#transport.exchange({
      method: ask.method ?? "GET",
      url,
      headers: {
        Accept: ask.accept ?? "application/json",
        ...(ask.contentType && { "Content-Type": ask.contentType }),
      },
      privateHeaders: {
        "Plotly-Client-Platform": platformHeader(this.#options.platform),
        ...(header && { Authorization: header }),
      },
      ...(ask.body !== undefined && { body: ask.body }),
      signal,
    });
    let result: Result<T>;
    if (!answer.ok) result = answer;
    else if (answer.value.status >= 200 && answer.value.status < 300) result = read(answer.value);
    else result = fail(answerError(answer.value, this.name, ask.subject, header !== undefined));
    if (result.ok) return result;
    const open = ask.subject.write && leavesOpen(result.error);
    return fail(withoutSecrets(open ? perhapsDone(result.error) : result.error, secretsOf(credentials.value)));
  }

  async #credentials(): Promise<Result<Credentials | undefined>> {
    const { credentials } = this.#options;
    if (typeof credentials !== "function") return ok(credentials);
    try {
      return ok(await credentials());
    } catch (error) {
      const sentence = `The API key kept for ${this.name} could not be read, so nothing was sent. Sign in again.`;
      // The thrown text may hold what it failed to decode; its kind has to do.
      const kind = error instanceof Error ? error.name : typeof error;
      return fail({ code: "no-credentials", sentence, detail: `Reading the credentials threw ${kind}.` });
    }
  }

  #imageAddress(fidOrUrl: string, name: string): Result<{ readonly at: string | URL; readonly query?: string }> {
    const url = URL.parse(fidOrUrl);
    const path = filePath("files", fidOrUrl, "/image");
    if (path.ok) return ok({ at: path.value, query: new URLSearchParams({ image_name: name }).toString() });
    if (!url) return path;
    url.hash = "";
    if (url.origin === this.#origin && url.username === "" && url.password === "") return ok({ at: url });
    const sentence = `The picture lies outside ${this.name}, on ${url.host || "no server"}, and was not asked for.`;
    return fail({ code: "elsewhere", sentence, detail: `Picture at ${url.origin}, not at ${this.#origin}.` });
  }
}

function filePath(kind: "plots" | "grids" | "files", text: string, route: string): Result<string> {
  const fid = parseFid(text);
  if (fid) return ok(`${kind}/${fidSegment(fid)}${route}`);
  const shown = oneLine(text, 80);
  const sentence = `“${shown}” is not the id of a file. An id is the owner's name, a colon and a number, such as bcowden:30.`;
  return fail({ code: "bad-fid", sentence, detail: `Not a fid: ${JSON.stringify(shown)}; nothing was sent.` });
}

/** Whether a write may have been carried out: no answer came, or one of success that cannot be understood. */
function leavesOpen({ code, status }: ApiError): boolean {
  if (code === "timeout" || code === "cancelled" || code === "server") return true;
  const unread = code === "half-body" || code === "not-json" || code === "unexpected-shape" || code === "too-large";
  return unread && status !== undefined && status < 300;
}

function place(name: string): Subject {
  return { name, file: false, write: false };
}

/** A header's value is plain ASCII, and the real service refused long ones; the bound is ours. */
function platformHeader(platform: string): string {
  return platform
    .replaceAll(/[^ -~]/g, "")
    .trim()
    .slice(0, 64);
}
