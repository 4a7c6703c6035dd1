import assert from "node:assert/strict";
import { contrast, parseColor } from "../../../../webview/theme/colors.ts";
import { inkButtons, inkFor } from "../../../../webview/theme/ink.ts";

describe("What is laid over a drawing", () => {
  it("can be seen on every paper", () => {
    const papers = [
      "white",
      "black",
      "gray",
      "hsl(200, 40%, 45%)",
      "tomato",
      "#777",
      "navy",
      "rgba(0, 0, 0, 0)",
      "none",
      3,
    ];
    for (const page of ["#ffffff", "#1f1f1f", "#000000"]) {
      for (const paper of papers) {
        const { usual, strong } = inkFor({ paper_bgcolor: paper }, page);
        const ground = parseColor(paper, parseColor(page)) ?? [255, 255, 255];
        for (const ink of [usual, strong])
          assert.ok(contrast(parseColor(ink)!, ground) >= 4.5, `${ink} on ${String(paper)} on ${page}`);
      }
    }
  });

  it("follows the paper of a template, and white where nobody says", () => {
    assert.equal(inkFor({ template: { layout: { paper_bgcolor: "black" } } }, "#fff").strong, "#ffffff");
    assert.equal(inkFor({}, "#000").strong, "#000000");
  });

  it("has the author's own colours where there are some", () => {
    const layout = { modebar: { color: "red" } };
    inkButtons(layout, inkFor(layout, "#fff"));
    assert.deepEqual(layout, { modebar: { color: "red" } });
  });
});
