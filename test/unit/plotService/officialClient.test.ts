import assert from "node:assert/strict";
import { OfficialClient } from "./officialClient.ts";
import type { Reply } from "./support.ts";
import { at, basic, keys, list, textAt } from "./support.ts";

const statuses = (replies: readonly Reply[]): number[] => replies.map(({ status }) => status);

describe("the official Python client", () => {
  it("signs in, and fails to with a bad key", async () => {
    const client = new OfficialClient();
    assert.deepEqual(statuses(await client.replay("sign_in_http_local")), [200]);
    const headers = basic("alice", "bad");
    const reply = await client.service.get("/v2/users/current", { anonymous: true, headers });
    assert.deepEqual([reply.status, at(reply, "errors", 0, "message")], [401, "Bad API key"]);
  });

  it("plots without a name", async () => {
    const client = new OfficialClient();
    assert.deepEqual(statuses(await client.replay("plot_no_filename")), [201, 201]);
    const [plot] = list(await client.service.get("/v2/plots"), "results");
    assert.equal(at(plot, "filename"), "plot from API");
    const content = await client.service.get(`/v2/plots/${textAt(plot, "fid")}/content?inline_data=true`);
    assert.deepEqual(
      [at(content, "data", 0, "x"), at(content, "data", 0, "y")],
      [
        [1, 2, 3],
        [2, 1, 2],
      ],
    );
  });

  it("plots under a new name and overwrites it: the plot keeps its fid, the grid gets another", async () => {
    const client = new OfficialClient();
    assert.deepEqual(statuses(await client.replay("plot_filename_new")), [404, 201, 404, 201]);
    const [, grid] = [client.fid("alice:3"), client.fid("alice:2")];
    const replies = await client.replay("plot_filename_overwrite");
    assert.deepEqual(statuses(replies), [200, 204, 201, 200, 200]);
    assert.equal(at(replies[4], "fid"), client.fid("alice:3"));
    assert.notEqual(at(replies[2], "file", "fid"), grid);
    assert.equal((await client.service.get(`/v2/grids/${grid}`)).status, 404);
    for (const scenario of ["get_figure_url", "get_figure_raw"] as const) {
      const [figure] = await client.replay(scenario);
      assert.deepEqual([at(figure, "data", 0, "type"), at(figure, "data", 0, "x")], ["bar", [1, 2, 3, 4]]);
    }
    assert.deepEqual(statuses(await client.replay("get_figure_404")), [404]);
  });

  it("plots into folders, which it makes twice", async () => {
    const client = new OfficialClient();
    const replies = await client.replay("plot_in_folder");
    assert.deepEqual(statuses(replies), [201, 400, 404, 201, 404, 201]);
    assert.match(textAt(replies[1], "errors", 0, "message"), /already exists/);
    const plot = textAt(replies[5], "file", "fid");
    assert.equal(at(await client.service.get(`/v2/files/${plot}/path`), "path"), "folder a/sub b/my chart");
    assert.deepEqual(statuses(await client.replay("mkdirs")), [201]);
  });

  it("plots privately, and with a secret link that opens the data of the plot's private grid", async () => {
    const client = new OfficialClient();
    const [, , , closed] = await client.replay("plot_private");
    const path = `/v2/plots/${textAt(closed, "file", "fid")}`;
    assert.equal((await client.service.get(path, { anonymous: true })).status, 404);
    const [, , , secret] = await client.replay("plot_secret");
    const key = textAt(secret, "file", "share_key");
    const link = `/v2/plots/${textAt(secret, "file", "fid")}/content?inline_data=true&share_key=${key}`;
    assert.deepEqual(at(await client.service.get(link, { anonymous: true }), "data", 0, "x"), [1, 2, 3]);
    // get_figure by the secret address that it returned
    const page = await client.service.get(`${textAt(secret, "file", "web_url").slice(0, -1)}?share_key=${key}`, {
      anonymous: true,
    });
    assert.equal(page.status, 200);
  });

  it("plots figures with no arrays, with all kinds of them, with unknown members, and with references", async () => {
    const client = new OfficialClient();
    assert.deepEqual(statuses(await client.replay("plot_no_arrays")), [404, 201]);
    const everything = await client.replay("plot_everything");
    assert.deepEqual(statuses(everything), [404, 201, 404, 201]);
    const fid = textAt(everything[3], "file", "fid");
    const figure = await client.service.get(`/v2/plots/${fid}/content?inline_data=true`);
    assert.deepEqual(
      at(figure, "data", 1, "z"),
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "a column of lists comes back as it is",
    );
    assert.deepEqual(at(figure, "data", 0, "customdata", 0), [1, "u"]);
    assert.deepEqual(at(figure, "data", 9, "x"), [
      ["g1", "g1", "g2"],
      ["a", "b", "a"],
    ]);
    assert.deepEqual(at(figure, "data", 13, "x"), []);
    assert.ok(keys(figure, "frames", 0, "data", 0).includes("x"));
    assert.deepEqual(at(figure, "layout", "meta"), ["lm"]);
    assert.deepEqual(statuses(await client.replay("plot_validate_false")), [404, 201, 404, 201]);
    assert.deepEqual(statuses(await client.replay("plot_with_src_keys")), [404, 201]);
  });

  it("keeps grids: uploads with metadata, appends columns and rows, reads, deletes", async () => {
    const client = new OfficialClient();
    const upload = await client.replay("grid_upload_meta");
    assert.deepEqual(statuses(upload), [404, 201, 200]);
    assert.deepEqual(at(upload[2], "metadata"), { exp: "GaAs" });
    assert.deepEqual(statuses(await client.replay("grid_append_columns")), [201]);
    assert.deepEqual(statuses(await client.replay("grid_append_rows")), [201]);
    for (const scenario of ["get_grid_raw", "get_grid"] as const) {
      const [grid] = await client.replay(scenario);
      assert.deepEqual(at(grid, "cols", "time", "data"), [1, 2, 3, 1, "a"]);
      assert.deepEqual(at(grid, "cols", "voltage", "data"), ["4", null, "x", 2, "b"]);
      assert.deepEqual(at(grid, "cols", "new col", "data"), [7, 8, "", 3, "c"]);
    }
    assert.deepEqual(statuses(await client.replay("grid_delete")), [200, 204]);
    assert.equal((await client.service.get(`/v2/grids/${client.fid("alice:19")}`)).status, 404);
    assert.deepEqual(statuses(await client.replay("grid_dataframe")), [404, 201]);
  });

  it("adds a share key to what is there, and calls the resources by hand", async () => {
    const client = new OfficialClient();
    await client.replay("plot_filename_new");
    const shared = await client.replay("add_share_key");
    assert.deepEqual(statuses(shared), [200, 200]);
    assert.equal(at(shared[1], "share_key_enabled"), true);
    // A plot is no grid, and what is deleted for good has to be in the trash: the last two are refused.
    const byHand = await client.replay("raw_v2_calls");
    assert.deepEqual(statuses(byHand), [200, 200, 200, 200, 404, 200, 200, 200, 200, 404, 400]);
    assert.deepEqual([at(byHand[5], "deleted"), at(byHand[6], "deleted")], [true, false]);
    assert.equal(at(byHand[8], "filename"), "renamed");
  });

  it("is told in words what goes wrong, and served where the recorder had been told to fail", async () => {
    const client = new OfficialClient();
    const [image] = await client.replay("image_get");
    assert.equal(image?.status, 404);
    const bad = await client.service.post("/v2/grids", { data: { cols: { "data.0.x": { data: 1, order: 0 } } } });
    assert.equal(at(bad, "errors", 0, "message"), "Column data.0.x data is not a list");
    assert.deepEqual(statuses(await client.replay("err_signin_401")), [200]);
    assert.deepEqual(statuses(await client.replay("err_grid_400")), [201]);
    assert.deepEqual(statuses(await client.replay("err_plot_400_detail_only")), [201, 201]);
    assert.deepEqual(statuses(await client.replay("err_lookup_500_then_ok")), [404, 404, 201, 404, 201]);
    assert.deepEqual(statuses(await client.replay("err_429_then_ok")), [201, 201, 201]);
  });

  it("falls back to a create after a refused update, and is told that the name is taken", async () => {
    const client = new OfficialClient();
    client.name("alice:27", (await client.service.createGrid({ x: [1] }, { filename: "upd_grid" })).fid);
    client.name("alice:28", await client.service.createPlot({ filename: "upd" }));
    await client.service.createGrid({ x: [1] }, { filename: "z" });
    const replies = await client.replay("err_update_403_falls_back_to_create");
    assert.deepEqual(statuses(replies), [200, 204, 201, 200, 200, 409]);
    assert.match(textAt(replies[5], "errors", 0, "message"), /already exists/);
    const [other] = await client.replay("name_taken_by_other_filetype");
    assert.equal(at(other, "filetype"), "grid");
  });
});
