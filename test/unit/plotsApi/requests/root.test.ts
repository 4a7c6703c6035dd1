import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseRoot } from "../../../../src/plotsApi/requests/root.ts";
import { assertSentence, errorOf } from "../support.ts";

function root(text: string): string {
  const parsed = parseRoot(text);
  assert.ok(parsed.ok, text);
  return parsed.value.root;
}

describe("A server's address as people type it", () => {
  it("becomes the root of the v2 API", () => {
    for (const text of [
      "https://plots.example.com",
      "https://plots.example.com/",
      "https://plots.example.com/v2",
      "  https://plots.example.com/v2/ ",
      "HTTPS://Plots.Example.com/v2//",
      "plots.example.com",
      "plots.example.com/v2/plots/?order_by=views#top",
      "https://plots.example.com/~bcowden/30/",
      "https://plots.example.com:443/v2/plots/bcowden:30/content",
    ]) {
      assert.equal(root(text), "https://plots.example.com/v2", text);
    }
  });

  it("keeps port and path", () => {
    assert.equal(root("plots.example.com:8443"), "https://plots.example.com:8443/v2");
    assert.equal(root("https://example.com/chart-studio"), "https://example.com/chart-studio/v2");
    assert.equal(root("https://example.com/chart-studio/v2/"), "https://example.com/chart-studio/v2");
  });

  it("means this machine's own servers by http", () => {
    assert.equal(root("localhost:8000"), "http://localhost:8000/v2");
    assert.equal(root("127.0.0.1:8000/v2/"), "http://127.0.0.1:8000/v2");
    assert.equal(root("[::1]:8000"), "http://[::1]:8000/v2");
    assert.equal(root("https://localhost:8000"), "https://localhost:8000/v2");
  });

  it("is warned of where http leaves this machine, and only there", () => {
    const plain = parseRoot("http://plots.example.com:8080");
    assert.ok(plain.ok && plain.value.warning !== undefined);
    assertSentence(plain.value.warning, "plots.example.com:8080");
    for (const text of [
      "http://localhost:1",
      "http://127.9.9.9",
      "http://[::1]",
      "http://a.localhost",
      "https://b.org",
    ]) {
      const parsed = parseRoot(text);
      assert.ok(parsed.ok && parsed.value.warning === undefined, text);
    }
    const lookalike = parseRoot("http://127.0.0.1.example.com");
    assert.ok(lookalike.ok && lookalike.value.warning !== undefined);
  });

  it("of the public cloud is answered with what became of it", () => {
    for (const text of [
      "https://api.plot.ly",
      "https://api.plotly.com/v2/",
      "plot.ly",
      "https://chart-studio.plotly.com/~bcowden/30/",
      "http://API.plotly.com./v2",
      "https://plotly.com",
    ]) {
      const error = errorOf(parseRoot(text));
      assert.equal(error.code, "retired", text);
      assertSentence(error.sentence, "31 October 2025");
    }
    assert.equal(root("https://plotly.example.com"), "https://plotly.example.com/v2");
  });

  it("is refused with a sentence where it is none", () => {
    for (const text of [
      "",
      "   ",
      "ftp://host",
      "https://",
      "https:/host",
      "http:host",
      "my server",
      "vscode://x",
      "host:99999",
      "https:///v2",
      "C:\\figures",
      "/v2",
    ]) {
      const error = errorOf(parseRoot(text));
      assert.equal(error.code, "bad-root", text);
      assertSentence(error.sentence);
    }
  });

  it("may not hold a password, which is not repeated", () => {
    for (const text of ["https://alice:s3cret@host/v2", "alice:s3cret@host"]) {
      const error = errorOf(parseRoot(text));
      assert.equal(error.code, "bad-root");
      assertSentence(error.sentence);
      assert.doesNotMatch(JSON.stringify(error), /s3cret/);
    }
  });
});
