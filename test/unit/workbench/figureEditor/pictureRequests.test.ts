import assert from "node:assert/strict";
import type { ToWebview } from "../../../../src/protocol.ts";
import { PictureRequests } from "../../../../src/workbench/figureEditor/pictureRequests.ts";

describe("Pictures of a preview", () => {
  let asked: number[];
  let isThere: boolean;
  let pictures: PictureRequests;
  beforeEach(() => {
    asked = [];
    isThere = true;
    pictures = new PictureRequests((message: ToWebview) => {
      if (message.type === "export") asked.push(message.id);
      return Promise.resolve(isThere);
    });
    pictures.pageBegan();
  });
  afterEach(() => pictures.dispose());
  const picture = Uint8Array.of(1, 2, 3);

  it("are asked for once the figure is drawn", async () => {
    const wanted = pictures.request("png", 2);
    assert.deepEqual(asked, []);
    pictures.drawn();
    pictures.drawn();
    assert.deepEqual(asked, [1]);
    pictures.answer(1, picture, undefined);
    assert.equal(await wanted, picture);
  });

  it("are asked for again of a page that was loaded anew", async () => {
    pictures.drawn();
    const wanted = pictures.request("png", 2);
    pictures.pageBegan();
    pictures.drawn();
    assert.deepEqual(asked, [1, 1]);
    pictures.answer(1, picture, undefined);
    assert.equal(await wanted, picture);
  });

  it("are not waited for while the preview closes, or after", async () => {
    pictures.drawn();
    const wanted = pictures.request("svg", 1);
    pictures.dispose();
    await assert.rejects(wanted, /closed/);
    await assert.rejects(pictures.request("svg", 1), /closed/);
  });

  it("are not waited for where no page is there to make them", async () => {
    pictures.drawn();
    const hidden = pictures.request("png", 1);
    pictures.pageEnded();
    await assert.rejects(hidden, /hidden/);
    isThere = false;
    pictures.drawn();
    await assert.rejects(pictures.request("png", 1), /hidden/);
  });

  it("are not waited for where the figure cannot be drawn", async () => {
    const wanted = pictures.request("png", 1);
    pictures.notDrawn("It is no JSON.");
    await assert.rejects(wanted, /It is no JSON/);
    pictures.drawn();
    const other = pictures.request("png", 1);
    // The last good drawing stays, and is what a picture is made of.
    pictures.notDrawn("It is no JSON.");
    pictures.answer(2, picture, undefined);
    assert.equal(await other, picture);
  });
});
