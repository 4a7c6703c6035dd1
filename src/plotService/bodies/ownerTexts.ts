import type { Links } from "./links.ts";
import type { User } from "../store/accounts/users.ts";
import { userBody } from "./userBody.ts";

/** The parts of JSON text that the bodies of all files of one owner share. */
export interface OwnerText {
  /** The name as it stands between the quotes of a JSON string. */
  readonly name: string;
  /** `/{owner}:`; behind the address of a collection and before the number of a file. */
  readonly path: string;
  /** `{api}/files/{owner}:`; the number comes behind it. */
  readonly files: string;
  /** `{web}/~{owner}/`; the number comes behind it. */
  readonly pages: string;
  readonly home: string;
  /** The value of the member `user`. */
  readonly user: string;
}

/** With more owners than this, all are forgotten and made anew. */
const MOST = 1000;

/**
 * Makes the owners' parts of the bodies once and keeps them. A page of the list takes half the time with them (bench
 * line `list-100k`). Their pieces are joined and not added up: the engine copies a string that was added up piece by
 * piece each time it is used.
 */
export class OwnerTexts {
  readonly links: Links;
  readonly #kept = new Map<number, OwnerText>();

  constructor(links: Links) {
    this.links = links;
  }

  of(owner: User): OwnerText {
    let text = this.#kept.get(owner.id);
    if (text === undefined) {
      if (this.#kept.size >= MOST) this.#kept.clear();
      this.#kept.set(owner.id, (text = this.#make(owner)));
    }
    return text;
  }

  #make(owner: User): OwnerText {
    const { links } = this;
    const segment = encodeURIComponent(owner.username);
    return {
      name: JSON.stringify(owner.username).slice(1, -1),
      path: ["/", segment, ":"].join(""),
      files: [links.collection("files"), "/", segment, ":"].join(""),
      pages: [links.profile(owner.username), "/"].join(""),
      home: [links.home(owner.username)].join(""),
      user: JSON.stringify(userBody(owner, links)),
    };
  }
}
