import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { type Failure, startSeedServer } from "../fixtures/seedServer.ts";

/** The seed's server. Tests in another process or in a browser control it at a port of its own. */
export interface SeedControl extends AsyncDisposable {
  /** The seed server's v2 root. */
  readonly root: string;
  /**
   * Origin that answers
   * - `GET /requests?path=…&count=…`: the requests for this path (all without one), once there are that many;
   * - `PUT /failures` with `{path, failure}`: this path fails like this from now on, or no more where the failure is null;
   * - `DELETE /`: forgets all requests and failures.
   */
  readonly control: string;
}

export async function startSeedControl(): Promise<SeedControl> {
  let arrived = Promise.withResolvers<void>();
  const seed = await startSeedServer(() => {
    arrived.resolve();
    arrived = Promise.withResolvers();
  });
  const failing = new Set<string>();

  const app = new Hono();
  app.use(cors());
  app.get("/requests", async (context) => {
    const { path, count = "0" } = context.req.query();
    const asked = () => seed.requests.filter((request) => path === undefined || request.path === path);
    while (asked().length < Number(count)) await arrived.promise;
    return context.json(asked().map(({ query, ...request }) => ({ ...request, query: Object.fromEntries(query) })));
  });
  app.put("/failures", async (context) => {
    const { path, failure } = await context.req.json<{ path: string; failure: Failure | null }>();
    seed.fail(path, failure ?? undefined);
    failing.add(path);
    return context.body(null, 204);
  });
  app.delete("/", (context) => {
    seed.requests.length = 0;
    for (const path of failing) seed.fail(path, undefined);
    failing.clear();
    return context.body(null, 204);
  });
  const address = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, address.resolve);
  const { port } = await address.promise;

  return {
    root: seed.root,
    control: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await seed.close();
    },
  };
}
