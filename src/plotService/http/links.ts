/** Absolute addresses in answers, on the origin that the request came to, so that a client can follow them. */
export class Links {
  readonly #api: string;
  readonly #web: string;

  /** @param webOrigin Origin of the pages for people, where it differs from the API's. */
  constructor(requestUrl: string, webOrigin: string | undefined) {
    const { origin } = new URL(requestUrl);
    this.#api = `${origin}/v2`;
    this.#web = webOrigin ?? origin;
  }

  /** `files`, `bcowden:30` → `{api}/v2/files/bcowden:30`. */
  resource(name: string, fid: string): string {
    return `${this.#api}/${name}/${fidSegment(fid)}`;
  }

  collection(name: string): string {
    return `${this.#api}/${name}`;
  }

  /** The file's pictures; the name of one comes behind it. */
  images(fid: string): string {
    return `${this.resource("files", fid)}/image?image_name=`;
  }

  /** Address of the folder that `parent` names; -1 is the owner's home. */
  folder(owner: string, parent: number): string {
    return parent === -1
      ? `${this.#api}/folders/home?user=${encodeURIComponent(owner)}`
      : this.resource("folders", `${owner}:${parent}`);
  }

  /** Ends with a slash: the official client cuts the last character before it adds a share key. */
  page(owner: string, idlocal: number): string {
    return `${this.profile(owner)}/${idlocal}/`;
  }

  embed(owner: string, idlocal: number): string {
    return `${this.profile(owner)}/${idlocal}.embed`;
  }

  profile(owner: string): string {
    return `${this.#web}/~${encodeURIComponent(owner)}`;
  }
}

/** The colon stays as it is, as in all recorded links. */
function fidSegment(fid: string): string {
  return encodeURIComponent(fid).replace("%3A", ":");
}
