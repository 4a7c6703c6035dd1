import { parseSrc } from "../figure/srcReference.ts";
import { isFid } from "../plotsApi/fid.ts";
import { createApp } from "./app.ts";
import { ChangeWatch } from "./changeWatch.ts";
import type { ChangeListener } from "./changeWatch.ts";
import { errorBody } from "./http/apiError.ts";
import { sampleLibrary } from "./library/library.ts";
import type { LibraryPlot } from "./library/libraryPlot.ts";
import { seedLibrary } from "./seed.ts";
import { errcode } from "./store/database.ts";
import { migrate, NewerDatabaseError } from "./store/migrations.ts";
import { Store } from "./store/store.ts";
import { fromDate } from "./time.ts";

export interface PlotServiceOptions {
  /** A file, made where there is none in a folder that exists, or `:memory:`. Several processes may open one file. */
  readonly database: string;
  /** Who owns what is created here; `me` unless given. */
  readonly username?: string;
  /** Whether a new database gets the sample library; true unless given. */
  readonly seed?: boolean;
  /** What a new database is seeded with instead of the sample library. */
  readonly library?: readonly LibraryPlot[];
  /** Origin of the links for people (`web_url`); the request's own unless given. */
  readonly webOrigin?: string;
  /** Largest body that is taken, in bytes; 100 MB unless given. */
  readonly maxBody?: number;
  readonly now?: () => Date;
  /** Told of errors that should not happen; the answer is a plain 500. */
  readonly report?: (error: unknown) => void;
}

/** Who may sign in, and the key that signs their requests: made once and kept in the database. */
export interface Account {
  readonly username: string;
  readonly apiKey: string;
}

/** The v2 API over one database. */
export interface PlotService {
  /** The local user. */
  readonly user: Account;
  /** The account of that name, made where there is none, as is its key. Throws OpenError where it can be no name. */
  account(username: string): Account;
  /** Answers every request; never rejects. Credentials are read from the request as from any client. */
  fetch(request: Request): Promise<Response>;
  /**
   * Tells of files that were created, changed or removed from now on: at once where that was by this service, within a
   * second where it was by another process on the same database.
   */
  onDidChange(listener: ChangeListener): { dispose(): void };
  close(): void;
}

/** The plots could not be opened. The message is a sentence for the person. */
export class OpenError extends Error {
  override readonly name = "OpenError";
}

const MAX_BODY = 100 * 1024 * 1024;

/** Opens the service, bringing its database up to date. Throws OpenError. */
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
      const isNew = migrate(opened.database);
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
    fetch: async (request) => {
      if (!isOpen) return Response.json(errorBody([{ message: "The plot service is closed." }]), { status: 503 });
      const response = await app.fetch(request);
      if (request.method !== "GET" && request.method !== "HEAD" && isOpen) watch.look();
      return response;
    },
    onDidChange: (listener) => watch.listen(listener),
    close() {
      if (!isOpen) return;
      isOpen = false;
      watch.stop();
      database.close();
    },
  };
}

/** It stands in fids and references. */
function requireName(username: string): void {
  if (isFid(`${username}:0`) && parseSrc(`${username}:0:`) !== undefined) return;
  throw new OpenError(`"${username}" is no user name. Use letters, digits, "_", "-" and ".".`);
}

function openError(path: string, error: unknown): Error {
  if (error instanceof NewerDatabaseError) return new OpenError(error.message, { cause: error });
  const reason = reasonOf(errcode(error));
  if (reason === undefined) return error instanceof Error ? error : new OpenError(String(error));
  return new OpenError(`The plots in ${path} cannot be opened: ${reason}`, { cause: error });
}

/** By SQLite's result code. */
function reasonOf(code: number | undefined): string | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case 5:
      return "another program keeps the file locked. Close it and try again.";
    case 8:
      return "the file may not be written. Change its permissions or choose another folder.";
    case 11:
      return "the file is damaged. Move it away to start with a new one.";
    case 13:
      return "the disk is full. Make room and try again.";
    case 14:
      return "there is no such folder, or its files may not be read. Create it or choose another one.";
    case 26:
      return "the file is no plot database. Move it away or choose another folder.";
    default:
      return `SQLite answers with code ${code}.`;
  }
}
