import assert from "node:assert/strict";
import { reasonOf } from "../../../../webview/page/reason.ts";

describe("The reason why something is not drawn", () => {
  it("is a sentence, whatever was thrown", () => {
    assert.equal(reasonOf(new Error("It broke")), "It broke.");
    assert.equal(reasonOf(new Error("Why? Because!")), "Why? Because!");
    assert.equal(reasonOf("It broke."), "It broke.");
    assert.equal(reasonOf(undefined), "plotly.js gave no reason.");
  });

  it("tells of code that the page does not run, instead of its policy", () => {
    assert.match(reasonOf(new Error("Refused by the Content Security Policy")), /which the preview does not allow\.$/);
  });
});
