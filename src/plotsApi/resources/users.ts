import type { CurrentUser } from "../bodies/user.ts";
import { user } from "../bodies/user.ts";
import type { Result } from "../errors/result.ts";
import type { Requests } from "../requests/requests.ts";
import { place } from "../requests/ask.ts";

/** The resource `/users`. */
export class UsersResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Asks whose the credentials are. Without any the server answers with an anonymous user, not with an error. */
  current(signal?: AbortSignal): Promise<Result<CurrentUser>> {
    return this.#requests.json({ at: "users/current", subject: place("the signed-in user") }, user, signal);
  }
}
