import assert from "node:assert/strict";
import { at, keys, TestService, textAt } from "../support.ts";

/** The names of the public service's resources, as the clients' code has them. */
const NAMES =
  "search files grids plots extras folders images comments plot-schema users memberships organizations subscriptions " +
  "jupyter-notebooks shapefiles external-images spectacle-presentations dashboards analysis dash-apps";

describe("the resources that the public service had", () => {
  it("are each in the map of what there is, or say with 404 that they are not here", async () => {
    const service = new TestService();
    const there = keys(await service.get("/v2/"));
    for (const name of NAMES.split(" ")) {
      if (there.includes(name)) continue;
      for (const path of [`/v2/${name}`, `/v2/${name}/`, `/v2/${name}/me:0?sha1=`]) {
        const reply = await service.get(path);
        assert.equal(reply.status, 404, path);
        assert.match(textAt(reply, "detail"), /^This service .*\.$/);
        assert.equal(at(reply, "errors", 0, "message"), at(reply, "detail"));
      }
    }
    assert.deepEqual(
      there.filter((name) => !NAMES.split(" ").includes(name)),
      [],
    );
  });

  it("lead somewhere where the map says that they are there", async () => {
    const service = new TestService();
    const [root, document] = [await service.get("/v2/"), await service.get("/v2/openapi.json")];
    const paths = keys(document, "paths");
    for (const name of keys(root)) {
      const { pathname } = new URL(textAt(root, name));
      assert.ok(
        paths.some((path) => path === pathname || path.startsWith(`${pathname}/`)),
        pathname,
      );
    }
  });

  it("tell a client that wants a session, or drops a reference, what to do instead", async () => {
    const service = new TestService();
    await service.createPlot();
    const login = await service.post("/v2/users/login", { username: "me", password: "x" }, { anonymous: true });
    assert.equal(login.status, 404);
    assert.match(textAt(login, "detail"), /API key/);
    const drop = await service.post("/v2/files/me:0/drop_reference", { fid: "me:1" });
    assert.equal(drop.status, 404);
    assert.match(textAt(drop, "detail"), /references in figures/);
  });
});
