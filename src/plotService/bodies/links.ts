/**
 * Makes the absolute addresses in answers. They are on the origin that the request came to, so that a client can follow
 * them. None holds a character that JSON would escape.
 */
export class Links {
  readonly #origin: string;
  readonly #api: string;
  readonly #web: string;

  /** @param webOrigin Origin of the pages for people, where it differs from the API's. */
  constructor(requestUrl: string, webOrigin: string | undefined) {
    this.#origin = originOf(requestUrl);
    this.#api = `${this.#origin}/v2`;
    this.#web = webOrigin === undefined ? this.#origin : encodeURI(webOrigin);
  }

  /** Tells whether the addresses fit the answer to a request. */
  fit(requestUrl: string): boolean {
    return originOf(requestUrl) === this.#origin;
  }

  /** `files`, `bcowden`, 30 → `{api}/v2/files/bcowden:30`. */
  resource(name: string, owner: string, idlocal: number): string {
    return `${this.collection(name)}/${encodeURIComponent(owner)}:${idlocal}`;
  }

  collection(name: string): string {
    return `${this.#api}/${name}`;
  }

  /** The beginning of the addresses of a file's pictures; the picture's name comes behind it. */
  images(owner: string, idlocal: number): string {
    return `${this.resource("files", owner, idlocal)}/image?image_name=`;
  }

  /** The address of an owner's home: the files that are in no folder. */
  home(owner: string): string {
    return `${this.collection("folders")}/home?user=${encodeURIComponent(owner)}`;
  }

  profile(owner: string): string {
    return `${this.#web}/~${encodeURIComponent(owner)}`;
  }
}

/** A request's own address is a valid URL, so that its origin ends at the first slash of the path. */
function originOf(requestUrl: string): string {
  return requestUrl.slice(0, requestUrl.indexOf("/", requestUrl.indexOf("//") + 2));
}
