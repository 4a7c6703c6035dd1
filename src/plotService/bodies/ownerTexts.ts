import type { Links } from "./links.ts";
import type { User } from "../store/accounts/users.ts";
import { userText } from "./userBody.ts";

/** What the bodies of all files of one owner have in common, as parts of JSON text. */
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
  /** The member `user`. */
  readonly user: string;
}

/** More are forgotten and made anew. */
const MOST = 1000;

/**
 * The owners' parts of the bodies, made once and kept: a page of the list is put together in half the time with them.
 * They are joined and not added up, since a string that was added up is copied piece by piece each time it is used.
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
      user: userText(owner, links),
    };
  }
}
