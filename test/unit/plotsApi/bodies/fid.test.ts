import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as fc from "fast-check";
import { fidSegment, formatFid, isFid, parseFid } from "../../../../src/plotsApi/bodies/fid.ts";

describe("A file's id", () => {
  it("is an owner and a number, which may be 0", () => {
    assert.deepEqual(parseFid("bcowden:30"), { owner: "bcowden", idlocal: 30 });
    assert.deepEqual(parseFid("st-tse:0"), { owner: "st-tse", idlocal: 0 });
    assert.deepEqual(parseFid("__the_prakhar__2004:1"), { owner: "__the_prakhar__2004", idlocal: 1 });
  });

  it("is nothing else", () => {
    const others = [
      "",
      ":1",
      "a:",
      "a",
      "a:-1",
      "a:1.5",
      "a:01",
      "a:1:2",
      "a b:1",
      "a/b:1",
      "a\\b:1",
      "a%2fb:1",
      "a?b:1",
    ];
    for (const text of [...others, "a#b:1", "a:1\n", "a\u0000:1", "\ud800:1", "a:1e3", "a:9007199254740993000"]) {
      assert.equal(isFid(text), false, JSON.stringify(text));
      assert.equal(parseFid(text), undefined);
    }
  });

  it("stays one segment of a path, whatever the owner's name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (owner, idlocal) => {
        const fid = parseFid(`${owner}:${idlocal}`);
        fc.pre(fid !== undefined);
        assert.equal(formatFid(fid), `${owner}:${idlocal}`);
        const url = new URL(`http://host/v2/plots/${fidSegment(fid)}/content`);
        assert.equal(url.search + url.hash, "");
        assert.deepEqual(url.pathname.split("/").map(decodeURIComponent), [
          "",
          "v2",
          "plots",
          `${owner}:${idlocal}`,
          "content",
        ]);
      }),
    );
    assert.equal(fidSegment({ owner: "..", idlocal: 0 }), "..:0");
    assert.equal(fidSegment({ owner: "a&ü", idlocal: 7 }), "a%26%C3%BC:7");
  });
});
