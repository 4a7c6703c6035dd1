import { oneLine } from "../errors/apiError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import type { Requests } from "../requests/requests.ts";
import { filePath } from "../requests/ask.ts";

/** The only types that are passed on to be shown. Nothing else of a server's header is. */
const PICTURE_TYPES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/svg+xml",
]);

/** A picture as a server sent it. */
export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** One of `PICTURE_TYPES`, such as `image/png`. */
  readonly contentType: string;
}

/** The pictures of files: `/files/{fid}/image`. */
export class PicturesResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /**
   * Reads a file's picture, by fid and name (`list-thumb`, `block-thumb`, `default`) or by an address from
   * `image_urls`. Error: `elsewhere`, where that address lies outside this server's own origin.
   */
  get(fidOrUrl: string, name = "list-thumb", signal?: AbortSignal): Promise<Result<Picture>> {
    const at = this.#address(fidOrUrl, name);
    if (!at.ok) return Promise.resolve(at);
    const subject = { name: "the picture of a plot", file: true, write: false };
    return this.#requests.ask({ ...at.value, accept: "image/*", subject }, signal, (answer) => {
      const contentType = answer.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
      if (PICTURE_TYPES.has(contentType)) return ok({ bytes: answer.bytes, contentType });
      const sentence = `${this.#requests.name} sent something that is not a picture. The plot is shown without one.`;
      const detail = `${answer.summary}: ${oneLine(contentType, 100) || "no content type"}`;
      return fail({ code: "unexpected-shape", status: answer.status, sentence, detail });
    });
  }

  /** Stores a picture with its plot. This is an extension of the embedded service; other servers refuse it. */
  put(fid: string, png: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<Result<undefined>> {
    const path = filePath("files", fid, "/image");
    if (!path.ok) return Promise.resolve(path);
    const subject = { name: `the picture of the plot ${fid}`, file: true, write: true };
    const ask = { method: "PUT" as const, at: path.value, body: png, contentType: "image/png", subject };
    return this.#requests.ask(ask, signal, () => ok(undefined));
  }

  #address(fidOrUrl: string, name: string): Result<{ readonly at: string | URL; readonly query?: string }> {
    const url = URL.parse(fidOrUrl);
    const path = filePath("files", fidOrUrl, "/image");
    if (path.ok) return ok({ at: path.value, query: new URLSearchParams({ image_name: name }).toString() });
    if (!url) return path;
    url.hash = "";
    if (url.origin === this.#requests.origin && url.username === "" && url.password === "") return ok({ at: url });
    const sentence = `The picture lies outside ${this.#requests.name}, on ${url.host || "no server"}, and was not asked for.`;
    return fail({ code: "elsewhere", sentence, detail: `Picture at ${url.origin}, not at ${this.#requests.origin}.` });
  }
}
