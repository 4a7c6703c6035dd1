import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { linkQuery } from "../../../../src/plotsApi/paging/links.ts";

describe("The link of a page", () => {
  it("gives its query and nothing else", () => {
    assert.equal(linkQuery("https://api.plot.ly/v2/plots?cursor=cD0y%3D&format=api"), "cursor=cD0y%3D");
    assert.equal(linkQuery("?cursor=a&order_by=views"), "cursor=a&order_by=views");
    assert.equal(linkQuery("//evil.example/x?cursor=a#b"), "cursor=a");
    assert.equal(linkQuery(null), undefined);
    assert.equal(linkQuery(""), undefined);
  });
});
