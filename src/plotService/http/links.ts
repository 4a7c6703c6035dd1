/**
 * Absolute addresses in answers, on the origin that the request came to, so that a client can follow them. None holds
 * a character that JSON would escape.
 */
export class Links {
  readonly #api: string;
  readonly #web: string;
  /** The name that was encoded last: that of the file whose body is being written. */
  #last = { owner: "", segment: "" };

  /** @param webOrigin Origin of the pages for people, where it differs from the API's. */
  constructor(requestUrl: string, webOrigin: string | undefined) {
    // A request's own address has been parsed already, so that this much of it is its origin.
    const origin = requestUrl.slice(0, requestUrl.indexOf("/", requestUrl.indexOf("//") + 2));
    this.#api = `${origin}/v2`;
    this.#web = webOrigin === undefined ? origin : encodeURI(webOrigin);
  }

  /** `files`, `bcowden`, 30 → `{api}/v2/files/bcowden:30`. */
  resource(name: string, owner: string, idlocal: number): string {
    return `${this.#api}/${name}/${this.#segment(owner)}:${idlocal}`;
  }

  collection(name: string): string {
    return `${this.#api}/${name}`;
  }

  /** The file's pictures; the name of one comes behind it. */
  images(owner: string, idlocal: number): string {
    return `${this.resource("files", owner, idlocal)}/image?image_name=`;
  }

  /** Address of the folder that `parent` names; -1 is the owner's home. */
  folder(owner: string, parent: number): string {
    return parent === -1
      ? `${this.#api}/folders/home?user=${this.#segment(owner)}`
      : this.resource("folders", owner, parent);
  }

  /** Ends with a slash: the official client cuts the last character before it adds a share key. */
  page(owner: string, idlocal: number): string {
    return `${this.profile(owner)}/${idlocal}/`;
  }

  embed(owner: string, idlocal: number): string {
    return `${this.profile(owner)}/${idlocal}.embed`;
  }

  profile(owner: string): string {
    return `${this.#web}/~${this.#segment(owner)}`;
  }

  #segment(owner: string): string {
    if (this.#last.owner !== owner) this.#last = { owner, segment: encodeURIComponent(owner) };
    return this.#last.segment;
  }
}
