import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Page } from "../../../../src/plotsApi/paging/page.ts";
import { Pager } from "../../../../src/plotsApi/paging/pager.ts";
import { fail, ok, type Result } from "../../../../src/plotsApi/errors/result.ts";
import { errorOf, valueOf } from "../support.ts";

type Named = Page<{ readonly fid: string }, number>;
const page = (names: string, next?: number): Result<Named> =>
  ok({ results: Array.from(names, (name) => ({ fid: `me:${name}` })), ...(next !== undefined && { next }) });
const offline = fail({ code: "offline" as const, sentence: "The server does not answer.", detail: "" });

describe("reading a list page by page", () => {
  const pagerOf = (...answers: Result<Named>[]) => {
    const asked: number[] = [];
    const pager = new Pager<{ readonly fid: string }, number>(1, (number) => {
      asked.push(number);
      return Promise.resolve(answers.shift() ?? page(""));
    });
    return { pager, asked, fids: () => pager.items.map(({ fid }) => fid.slice(3)).join("") };
  };

  it("has every item once, however the pages overlap, and asks no more after the last", async () => {
    const { pager, asked, fids } = pagerOf(page("123", 2), page("345", 3), page("56"));
    assert.equal(pager.done, false);
    while (!pager.done) valueOf(await pager.more());
    assert.equal(fids(), "123456");
    assert.deepEqual(valueOf(await pager.more()), []);
    assert.deepEqual(asked, [1, 2, 3]);
  });

  it("asks for the same page again after a failure", async () => {
    const { pager, asked, fids } = pagerOf(page("1", 2), offline, page("2"));
    valueOf(await pager.more());
    assert.equal(errorOf(await pager.more()).code, "offline");
    assert.equal(pager.done, false);
    valueOf(await pager.more());
    assert.equal(fids(), "12");
    assert.deepEqual(asked, [1, 2, 2]);
  });

  it("ends where the pages bring nothing new, whatever the server says of more", async () => {
    const { pager } = pagerOf(page("12", 2), page("12", 3));
    valueOf(await pager.more());
    valueOf(await pager.more());
    assert.equal(pager.done, true);
  });

  it("shares a request among those who ask at once", async () => {
    const { pager, asked } = pagerOf(page("1", 2));
    await Promise.all([pager.more(), pager.more()]);
    assert.deepEqual(asked, [1]);
  });
});
