import { createHmac } from "node:crypto";
import { parseSrc } from "../figure/references/srcReference.ts";
import { isFid } from "../plotsApi/bodies/fid.ts";
import type { Credentials } from "../plotsApi/requests/credentials.ts";
import { createApp } from "./app.ts";
import { ChangeWatch } from "./changeWatch.ts";
import type { ChangeListener } from "./changes.ts";
import { errorBody } from "./http/httpError.ts";
import { closed } from "./http/refusals.ts";
import { sampleLibrary } from "../library/sampleLibrary.ts";
import type { LibraryPlot } from "../library/libraryPlot.ts";
import { seedLibrary } from "./seed.ts";
import { patiently } from "./store/database/patience.ts";
import { errcode, isBusy, REASONS, storeFailure } from "./store/database/failures.ts";
import { ForeignDatabaseError, NewerDatabaseError } from "./store/migrations/formatErrors.ts";
import { migrate } from "./store/migrations/migrate.ts";
import { Store } from "./store/store.ts";
import { keyHash } from "./store/accounts/users.ts";
import { fromDate } from "./model/time.ts";

export interface PlotServiceOptions {
  /** A file, which is made where its folder exists, or `:memory:`. Several processes may open one file. */
  readonly database: string;
  /** The local user, who owns what is created here; `me` unless given. */
  readonly username?: string;
  /** Whether a new database is seeded; true unless given. */
  readonly seed?: boolean;
  /** The plots of a new database; the sample library unless given. */
  readonly library?: readonly LibraryPlot[];
  /** The origin of links for people (`web_url`); the request's own unless given. */
  readonly webOrigin?: string;
  /** The largest body that is taken, in bytes; 100 MB unless given. */
  readonly maxBody?: number;
  readonly now?: () => Date;
  /** Called with errors that should not happen. The answer says nothing of them. */
  readonly report?: (error: unknown) => void;
}

/** The v2 API over one database. */
export interface PlotService {
  /** The local user, whose key was made once and is kept beside the database. */
  readonly user: Credentials;
  /**
   * Finds the account of that name, and makes it and its key where there is none. Throws OpenError where it is no name.
   */
  account(username: string): Credentials;
  /** Signs a text, as only a process that has the same database open can. */
  proof(text: string): string;
  /** Answers every request; never rejects. It reads credentials from the request, as from any client. */
  fetch(request: Request): Promise<Response>;
  /**
   * Tells of files that are created, changed or removed from now on: at once where this service does it, within a
   * second where another process on the same database does.
   */
  onDidChange(listener: ChangeListener): { dispose(): void };
  close(): void;
}

/** The plots cannot be opened. The message is a sentence for the person. */
export class OpenError extends Error {
  override readonly name = "OpenError";
}

const MAX_BODY = 100 * 1024 * 1024;

/**
 * Opens the service as soon as no other process writes. It waits without holding the thread. Rejects with OpenError.
 */
export async function openWhenFree(options: PlotServiceOptions): Promise<PlotService> {
  const open = (): PlotService => {
    try {
      return openPlotService(options);
    } catch (error) {
      // SQLite's own error tells whether to try again.
      throw error instanceof OpenError && isBusy(error.cause) ? error.cause : error;
    }
  };
  try {
    return await patiently(open);
  } catch (error) {
    throw isBusy(error) ? openError(options.database, error) : error;
  }
}

/**
 * Opens the service and brings its database up to date. Throws OpenError, also where another process writes just now.
 */
export function openPlotService(options: PlotServiceOptions): PlotService {
  const { database: path, username = "me", seed = true, webOrigin, maxBody = MAX_BODY } = options;
  const { now = () => new Date(), report = () => undefined } = options;
  requireName(username);
  const microseconds = () => fromDate(now());
  let store: Store | undefined;
  let apiKey: string;
  try {
    const opened = (store = new Store(path));
    // One transaction: another process that opens the same new file sees all of it or waits.
    apiKey = opened.database.write(() => {
      const isNew = migrate(opened.database, opened.keys);
      const user = opened.users.ensure(username, microseconds());
      if (isNew && seed) seedLibrary(opened, options.library ?? sampleLibrary());
      return opened.users.ensureKey(user);
    });
  } catch (error) {
    store?.database.close();
    throw openError(path, error);
  }
  const opened = store;
  const { database, users } = opened;
  const secret = keyHash(apiKey);
  const app = createApp({ store: opened, now: microseconds, webOrigin, maxBody, report });
  const watch = new ChangeWatch(opened.changes, report);
  let isOpen = true;
  return {
    user: { username, apiKey },
    account(name) {
      requireName(name);
      return {
        username: name,
        apiKey: database.write(() => users.ensureKey(users.ensure(name, microseconds()))),
      };
    },
    proof: (text) => createHmac("sha256", secret).update(text).digest("hex"),
    fetch: async (request) => {
      if (!isOpen) return Response.json(errorBody(closed().items), { status: closed().status });
      const response = await app.fetch(request);
      if (request.method !== "GET" && request.method !== "HEAD" && isOpen) watch.look();
      return response;
    },
    onDidChange: (listener) => watch.listen(listener),
    close() {
      if (!isOpen) return;
      isOpen = false;
      watch.stop();
      opened.views.end();
      database.close();
    },
  };
}

/** Throws OpenError where a name cannot stand in fids and references. */
function requireName(username: string): void {
  if (isFid(`${username}:0`) && parseSrc(`${username}:0:`) !== undefined) return;
  throw new OpenError(`"${username}" is no user name. Use letters, digits, "_", "-" and ".".`);
}

function openError(path: string, error: unknown): Error {
  if (error instanceof NewerDatabaseError) return new OpenError(error.message, { cause: error });
  const reason = error instanceof ForeignDatabaseError ? REASONS["not-a-database"] : reasonOf(error);
  if (reason === undefined) return error instanceof Error ? error : new OpenError(String(error));
  return new OpenError(`The plots in ${path} cannot be opened: ${reason}`, { cause: error });
}

function reasonOf(error: unknown): string | undefined {
  const failure = storeFailure(error);
  if (failure !== undefined) return REASONS[failure];
  const code = errcode(error);
  return code === undefined ? undefined : `SQLite answers with code ${code}.`;
}
