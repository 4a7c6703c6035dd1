import assert from "node:assert/strict";
import * as fc from "fast-check";
import { formatColumnSrc, formatSrc, parseSrc, srcSpans } from "../../../../src/figure/references/srcReference.ts";

describe("src references", () => {
  it("reads one column", () => {
    assert.deepEqual(parseSrc("bcowden:31:7ef4ff"), {
      owner: "bcowden",
      idlocal: 31,
      fid: "bcowden:31",
      columns: "only",
      uids: ["7ef4ff"],
      list: false,
      names: false,
    });
  });

  it("reads several columns in the order written", () => {
    assert.deepEqual(parseSrc("someone:17:c0ffee,a,b2")?.uids, ["c0ffee", "a", "b2"]);
  });

  it("reads the whole grid", () => {
    const selector = parseSrc("ann:354:");
    assert.equal(selector?.columns, "all");
    assert.deepEqual(selector.uids, []);
  });

  it("reads all columns but some", () => {
    const selector = parseSrc("ann:3:-aaaaaa,bbbbbb");
    assert.equal(selector?.columns, "except");
    assert.deepEqual(selector.uids, ["aaaaaa", "bbbbbb"]);
  });

  it("reads every suffix", () => {
    assert.equal(parseSrc("a:4:77e599*")?.list, true);
    assert.equal(parseSrc("a:4:?names")?.names, true);
    assert.equal(parseSrc("a:4:aaa,bbb?rows=1-")?.rows, "1-");
    assert.equal(parseSrc("a:4:aaa,bbb?row=0")?.row, 0);
  });

  it("reads owners with dashes, dots and leading underscores, and the file numbered 0", () => {
    for (const owner of ["__the_owner__2004", "st-tse", "j.doe", "-x"]) {
      const selector = parseSrc(`${owner}:0:6ba087`);
      assert.equal(selector?.owner, owner);
      assert.equal(selector.idlocal, 0);
    }
  });

  it("reads the uids of old grids, which are 32 capitals and digits", () => {
    assert.deepEqual(parseSrc("s:354:KJ113WD807EC95Z5O2LE4J6NLB0XP35Q")?.uids, ["KJ113WD807EC95Z5O2LE4J6NLB0XP35Q"]);
  });

  it("takes nothing else for a reference", () => {
    for (const text of [
      "",
      "bcowden",
      "bcowden:31",
      "bcowden:x:7ef4ff",
      "bcowden:031:7ef4ff",
      "bcowden:31:7ef4ff,",
      "bcowden:31:,7ef4ff",
      "bcowden:31:7e-f4",
      "bcowden:31:-",
      "bcowden:31:7ef4ff**",
      "bcowden:31:7ef4ff?names*",
      "bcowden:31:7ef4ff?rows=-1",
      "bcowden:31:7ef4ff ",
      " bcowden:31:7ef4ff",
      "bcowden:31:7ef4ff\n",
      "https://plotly.com/~a/1",
      "a:b:1:2",
    ]) {
      assert.equal(parseSrc(text), undefined, JSON.stringify(text));
    }
  });

  it("writes back what it read, and knows where each part stood", () => {
    const uid = fc.stringMatching(/^[0-9a-f]{6}$/);
    const text = fc
      .tuple(
        fc.stringMatching(/^[A-Za-z_.-][A-Za-z0-9_.-]{0,12}$/),
        fc.nat(),
        fc.oneof(
          fc.constant(""),
          fc.array(uid, { minLength: 1, maxLength: 4 }).map((uids) => uids.join(",")),
          fc.array(uid, { minLength: 1, maxLength: 4 }).map((uids) => `-${uids.join(",")}`),
        ),
        fc.constantFrom("", "*", "?names", "?rows=1-", "?rows=2-7", "?row=0"),
      )
      .map(([owner, id, columns, suffix]) => `${owner}:${id}:${columns}${suffix}`);
    fc.assert(
      fc.property(text, (src) => {
        const selector = parseSrc(src);
        assert.ok(selector !== undefined, src);
        assert.equal(formatSrc(selector), src);
        const spans = srcSpans(selector);
        assert.equal(src.slice(spans.fid.start, spans.fid.end), selector.fid);
        assert.deepEqual(
          spans.uids.map((span) => src.slice(span.start, span.end)),
          selector.uids,
        );
        assert.equal(
          `${src.slice(0, spans.suffix?.start)}${spans.suffix === undefined ? "" : src.slice(spans.suffix.start)}`,
          src,
        );
        if (spans.suffix !== undefined) assert.match(src.slice(spans.suffix.start, spans.suffix.end), /^[*?]/);
      }),
    );
  });

  it("writes a reference to one column", () => {
    assert.equal(parseSrc(formatColumnSrc("ann:0", "0a1b2c"))?.fid, "ann:0");
  });
});
