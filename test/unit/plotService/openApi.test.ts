import assert from "node:assert/strict";
import { createApp } from "../../../src/plotService/app.ts";
import { openApiPath } from "../../../src/plotService/http/openApi.ts";
import { Store } from "../../../src/plotService/store/store.ts";
import { at, keys, list, TestService } from "./support.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

describe("the OpenAPI document", () => {
  it("names every path of the app, and the app has every path that it names", async () => {
    const store = new Store(":memory:");
    const options = { now: () => 0, webOrigin: undefined, maxBody: 1, report: () => undefined };
    const routes = createApp({ store, ...options }).routes.map(({ path }) => openApiPath(path));
    store.database.close();
    const document = await new TestService().get("/v2/openapi.json", { anonymous: true });
    assert.equal(at(document, "openapi"), "3.1.0");
    const below = new Set(routes.filter((path) => path.startsWith("/v2")));
    assert.deepEqual(keys(document, "paths").toSorted(), [...below].toSorted());
    assert.ok(below.size > 30);
  });

  it("says what the service says itself: the same methods, and fields that are missing are refused", async () => {
    const service = new TestService();
    const document = await service.get("/v2/openapi.json");
    const { fid } = await service.createGrid({ x: [1] });
    for (const path of keys(document, "paths")) {
      const real = path.replace("{fid}", fid).replace("{username}", "me");
      const allow = (await service.send("OPTIONS", real)).headers.get("allow") ?? "";
      const methods = keys(document, "paths", path).filter((key) => METHODS.includes(key));
      const told = allow.toLowerCase().split(", ");
      assert.deepEqual(told.filter((method) => METHODS.includes(method)).toSorted(), methods.toSorted(), path);
      for (const method of methods) {
        const schema = at(document, "paths", path, method, "requestBody", "content", "application/json", "schema");
        if (schema === undefined || at(schema, "required") === undefined) continue;
        const reply = await service.send(method.toUpperCase(), real, { body: {} });
        assert.equal(reply.status, 400, path);
        const fields = list(reply, "errors").map((error) => at(error, "field"));
        for (const field of list(schema, "required")) assert.ok(fields.includes(field), path);
      }
    }
  });

  it("tells the parameters of paths and queries, and that errors have both forms", async () => {
    const document = await new TestService().get("/v2/openapi.json");
    const content = at(document, "paths", "/v2/plots/{fid}/content");
    assert.deepEqual(at(content, "parameters", 0, "name"), "fid");
    assert.deepEqual(
      list(content, "get", "parameters").map((parameter) => at(parameter, "name")),
      ["inline_data", "map_data", "share_key"],
    );
    assert.deepEqual(at(document, "components", "schemas", "Error", "required"), ["errors", "detail"]);
    const create = at(document, "paths", "/v2/plots", "post", "requestBody", "content", "application/json", "schema");
    assert.deepEqual(keys(create, "properties"), [
      "figure",
      "filename",
      "parent",
      "parent_path",
      "world_readable",
      "share_key_enabled",
      "source_fid",
    ]);
  });
});
