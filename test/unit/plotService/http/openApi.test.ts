import assert from "node:assert/strict";
import type { Json } from "../../../../src/figure/model/figure.ts";
import { createApp } from "../../../../src/plotService/app.ts";
import { openApiPath } from "../../../../src/plotService/http/openApi.ts";
import { Store } from "../../../../src/plotService/store/store.ts";
import { at, keys, list, TestService } from "../support.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** A value of each type that JSON schemas name. */
const WRONG: readonly (readonly [string, Json])[] = [
  ["object", {}],
  ["array", []],
  ["boolean", true],
  ["number", 1.5],
];

/** The types that a schema names, at the top or in `anyOf`; a whole number is a number. */
function typesOf(schema: Json | undefined): string[] {
  const type = at(schema, "type");
  const own = typeof type === "string" ? [type] : Array.isArray(type) ? type.map(String) : [];
  const any = at(schema, "anyOf");
  return [...own, ...(Array.isArray(any) ? any.flatMap(typesOf) : [])].map((name) => name.replace("integer", "number"));
}

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

  it("tells of every member of a body what it may be, and the service refuses what it may not be", async () => {
    const service = new TestService();
    const document = await service.get("/v2/openapi.json");
    const { fid, uids } = await service.createGrid({ x: [1] });
    const plot = await service.createPlot();
    let members = 0;
    for (const path of keys(document, "paths")) {
      const real = path.replace("{fid}", path.startsWith("/v2/plots") ? plot : fid);
      for (const method of keys(document, "paths", path).filter((key) => METHODS.includes(key))) {
        const schema = at(document, "paths", path, method, "requestBody", "content", "application/json", "schema");
        for (const name of keys(schema, "properties")) {
          members += 1;
          const types = typesOf(at(schema, "properties", name));
          assert.ok(types.length > 0 || at(schema, "properties", name, "description") !== undefined, `${path} ${name}`);
          const wrong = WRONG.find(([type]) => !types.includes(type))?.[1] ?? null;
          if (types.length === 0) continue;
          const query = path.endsWith("/col") ? `?uid=${uids["x"]}` : "";
          const reply = await service.send(method.toUpperCase(), real + query, { body: { [name]: wrong } });
          assert.equal(reply.status, 400, `${method} ${path} ${name}: ${reply.text}`);
          assert.ok(
            list(reply, "errors").some((error) => at(error, "field") === name),
            `${path} ${name}: ${reply.text}`,
          );
        }
      }
    }
    assert.ok(members > 40);
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
