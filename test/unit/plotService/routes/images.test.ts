import assert from "node:assert/strict";
import { at, libraryPlot, TestService, textAt } from "../support.ts";

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const headers = { "content-type": "image/png" };

describe("the picture of a plot", () => {
  it("is not there until a preview has drawn it, and then under all its names", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const plot = await service.get("/v2/plots/ada:0");
    const link = textAt(plot, "img_url");
    assert.equal((await service.get(link)).status, 404);
    assert.equal((await service.send("PUT", "/v2/files/ada:0/image", { raw: png, headers })).status, 204);
    for (const name of ["default", "block-thumb", "list-thumb"]) {
      const response = await service.service.fetch(new Request(textAt(plot, "image_urls", name)));
      assert.equal(response.headers.get("content-type"), "image/png");
      assert.deepEqual(new Uint8Array(await response.arrayBuffer()), png);
    }
    const etag = (await service.get(link)).headers.get("etag") ?? "";
    assert.equal((await service.get(link, { headers: { "if-none-match": etag } })).status, 304);
  });

  it("is refused when it is no picture, too large, not for this plot, or nobody's", async () => {
    const service = new TestService({
      library: [libraryPlot({}), libraryPlot({ filename: "b", worldReadable: false })],
    });
    const { fid: grid } = await service.createGrid({ x: [1] });
    const put = (fid: string, sent: object) =>
      service.send("PUT", `/v2/files/${fid}/image`, { raw: png, headers, ...sent });
    assert.equal((await put("ada:0", { raw: "no picture" })).status, 400);
    assert.equal((await put("ada:0", { headers: { "content-type": "image/jpeg" } })).status, 415);
    const large = new Uint8Array(1024 * 1024 + 1);
    large.set(png);
    assert.equal((await put("ada:0", { raw: large })).status, 413);
    assert.equal((await put("ada:0", { anonymous: true })).status, 401);
    assert.equal((await put("ada:1", {})).status, 404);
    assert.equal((await put(grid, {})).status, 404);
    const wrong = await service.get("/v2/files/ada:0/image?image_name=huge");
    assert.deepEqual([wrong.status, at(wrong, "errors", 0, "field")], [400, "image_name"]);
  });
});
