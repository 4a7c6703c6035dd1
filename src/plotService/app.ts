import { Hono } from "hono";
import { formatCount } from "../figure/model/counts.ts";
import { bodyLimit } from "hono/body-limit";
import { OwnerTexts } from "./bodies/ownerTexts.ts";
import type { HttpError } from "./http/httpError.ts";
import { errorBody, notFound } from "./http/httpError.ts";
import { authenticate } from "./http/authenticate.ts";
import type { ServiceContext, ServiceEnvironment } from "./http/environment.ts";
import { Links } from "./bodies/links.ts";
import { ownFault, refusalOf } from "./http/refusals.ts";
import { Resources } from "./http/resources.ts";
import { absentCollection, absentRoutes } from "./routes/absent.ts";
import { fileRoutes } from "./routes/files.ts";
import { folderRoutes } from "./routes/folders.ts";
import { gridRoutes } from "./routes/grids.ts";
import { imageRoutes } from "./routes/images.ts";
import { pageRoutes } from "./routes/pages.ts";
import { plotRoutes } from "./routes/plots.ts";
import { rootRoutes } from "./routes/root.ts";
import { searchRoutes } from "./routes/search.ts";
import { userRoutes } from "./routes/users.ts";
import { errcode } from "./store/database/failures.ts";
import { refuseNewer } from "./store/migrations/migrate.ts";
import type { Store } from "./store/store.ts";
import type { Microseconds } from "./model/time.ts";

export interface AppOptions {
  readonly store: Store;
  readonly now: () => Microseconds;
  readonly webOrigin: string | undefined;
  /** The largest body that is taken, in bytes. */
  readonly maxBody: number;
  /** Called with errors that should not happen. The answer says nothing of them. */
  readonly report: (error: unknown) => void;
}

/** Makes the v2 API over a store, as a function from Request to Response. It knows no socket. */
export function createApp(options: AppOptions): Hono<ServiceEnvironment> {
  const { store, now, webOrigin, maxBody, report } = options;
  // Not strict: the documentation writes `/v2/plots`, and clients ask for `/v2/plots/`.
  const app = new Hono<ServiceEnvironment>({ strict: false });
  // Kept between requests, since nearly all come to the same address.
  let owners: OwnerTexts | undefined;
  const begin = (c: ServiceContext): void => {
    const { url } = c.req;
    if (owners?.links.fit(url) !== true) owners = new OwnerTexts(new Links(url, webOrigin));
    c.header("X-Content-Type-Options", "nosniff");
    c.set("store", store);
    c.set("now", now);
    c.set("links", owners.links);
    c.set("owners", owners);
    c.set("viewer", authenticate(c.req.raw.headers, store.users));
  };
  const limit = bodyLimit({
    maxSize: maxBody,
    onError: (c) => c.json(errorBody([{ message: `Send at most ${formatCount(maxBody, "byte")} at once.` }]), 413),
  });
  const api = new Resources(app, begin, limit);
  app.get("/", (c) => c.redirect("/v2/"));
  rootRoutes(api);
  absentRoutes(api);
  plotRoutes(api);
  gridRoutes(api);
  fileRoutes(api);
  folderRoutes(api);
  imageRoutes(api);
  searchRoutes(api);
  userRoutes(api);
  pageRoutes(api);
  app.notFound((c) => {
    begin(c);
    return respond(c, absentCollection(c.req.path) ?? notFound());
  });
  app.onError((error, c) => {
    const refusal = refusalOf(error) ?? newer(error, store);
    if (refusal === undefined) report(error);
    return respond(c, refusal ?? ownFault());
  });
  return app;
}

/** Looks whether another window has brought the open database to a newer version, which explains the error. */
function newer(error: unknown, { database }: Store): HttpError | undefined {
  if (errcode(error) === undefined) return undefined;
  try {
    refuseNewer(database);
    return undefined;
  } catch (reason) {
    return refusalOf(reason);
  }
}

function respond(c: ServiceContext, error: HttpError): Response {
  return c.json(errorBody(error.items), error.status, { ...error.headers });
}
