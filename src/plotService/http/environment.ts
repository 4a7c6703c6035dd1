import type { Context } from "hono";
import type { OwnerTexts } from "../bodies/ownerTexts.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/accounts/users.ts";
import type { Microseconds } from "../model/time.ts";
import type { Links } from "../bodies/links.ts";

/** What each operation is given with a request. */
export interface ServiceVariables {
  readonly store: Store;
  /** The user who asks; undefined where nobody signed in. */
  readonly viewer: User | undefined;
  readonly links: Links;
  readonly owners: OwnerTexts;
  readonly now: () => Microseconds;
}

export interface ServiceEnvironment {
  Variables: ServiceVariables;
}

export type ServiceContext = Context<ServiceEnvironment>;
