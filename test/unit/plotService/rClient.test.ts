import assert from "node:assert/strict";
import type { Json } from "../../../src/figure/model/figure.ts";
import type { Reply } from "./support.ts";
import { at, list, TestService, textAt } from "./support.ts";

/** What `api_create()` of the R package plotly sends, by its source (R/api.R, R/api_exports.R of 4.9 to 4.12). */
class RClient {
  readonly service = new TestService();
  readonly #headers = {
    "content-type": "application/json",
    accept: "application/json, text/xml, application/xml, */*",
    "plotly-client-platform": "R 4.12.1",
  };

  async apiCreate(filename: string, y: readonly number[], sharing = "public"): Promise<Reply> {
    const plot = await this.#lookUp(filename);
    const shared = { world_readable: sharing === "public", share_key_enabled: sharing === "secret" };
    const grid = await this.#grid(`${filename} Grid`, { "data.1.x": [1, 2, 3], "data.1.y": y }, shared);
    const [x, values] = list(grid, "cols").map((col) => `${textAt(grid, "fid")}:${textAt(col, "uid")}`);
    const trace = { type: "scatter", mode: "lines", xsrc: x ?? "", ysrc: values ?? "" };
    const body = { figure: { data: [trace], layout: { margin: { b: 40 } } }, filename, ...shared };
    return plot.status === 200
      ? this.#send("PATCH", `/v2/plots/${textAt(plot, "fid")}`, body)
      : this.#send("POST", "/v2/plots", body);
  }

  /** A grid that is there is written on: new columns come behind the old ones. */
  async #grid(
    filename: string,
    columns: { readonly [name: string]: readonly number[] },
    shared: object,
  ): Promise<Json> {
    const found = await this.#lookUp(filename);
    if (found.status !== 200) {
      const entries = Object.entries(columns).map(([name, data], order): [string, Json] => [name, { data, order }]);
      const made = await this.#send("POST", "/v2/grids", {
        data: { cols: Object.fromEntries(entries) },
        filename,
        ...shared,
      });
      assert.equal(made.status, 201, made.text);
      return at(made, "file") ?? null;
    }
    const cols = Object.entries(columns).map(([name, data], index) => ({ name: `${name}-a1b2c${index}`, data }));
    const fid = textAt(found, "fid");
    const added = await this.#send("POST", `/v2/grids/${fid}/col`, { cols: JSON.stringify(cols) });
    assert.ok(added.status < 300, added.text);
    return { fid, cols: [...list(added, "cols")] };
  }

  #lookUp(filename: string): Promise<Reply> {
    return this.service.get(`/v2/files/lookup?path=${filename.replaceAll(/\s+/g, "+")}`, { headers: this.#headers });
  }

  #send(method: string, path: string, body: object): Promise<Reply> {
    return this.service.send(method, path, { raw: JSON.stringify(body), headers: this.#headers });
  }
}

describe("the R package plotly", () => {
  it("creates a plot and overwrites it: the plot keeps its fid, the grid gets more columns", async () => {
    const client = new RClient();
    const made = await client.apiCreate("from R", [2, 1, 4]);
    assert.equal(made.status, 201);
    const fid = textAt(made, "file", "fid");
    const again = await client.apiCreate("from R", [5, 6, 7]);
    assert.deepEqual([again.status, at(again, "fid"), at(again, "filetype")], [200, fid, "plot"]);
    const drawn = await client.service.get(`/v2/plots/${fid}/content?inline_data=true`);
    assert.deepEqual(at(drawn, "data", 0, "y"), [5, 6, 7]);
    const grid = await client.service.get("/v2/grids/lookup?path=from+R+Grid");
    assert.equal(list(grid, "cols").length, 4);
  });

  it("shares by a secret link that opens plot and grid", async () => {
    const client = new RClient();
    const made = await client.apiCreate("secret from R", [1, 2, 3], "secret");
    const [fid, key] = [textAt(made, "file", "fid"), textAt(made, "file", "share_key")];
    const read = (query: string) =>
      client.service.get(`/v2/plots/${fid}/content?inline_data=true${query}`, { anonymous: true });
    assert.equal((await read("")).status, 404);
    assert.deepEqual(at(await read(`&share_key=${key}`), "data", 0, "y"), [1, 2, 3]);
  });

  it("makes the folder that a name lies in", async () => {
    const client = new RClient();
    const folder = await client.service.post("/v2/folders", { path: "tides" });
    assert.equal(folder.status, 201);
    const again = await client.service.get("/v2/files/lookup?path=tides");
    assert.deepEqual([again.status, at(again, "filetype")], [200, "fold"]);
  });
});
