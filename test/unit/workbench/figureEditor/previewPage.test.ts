import assert from "node:assert/strict";
import { previewPage, type PreviewPageParts } from "../../../../src/workbench/figureEditor/previewPage.ts";

const parts: PreviewPageParts = {
  cspSource: "https://host.example",
  nonce: "n0nce",
  script: "https://host.example/preview.js",
  style: "https://host.example/preview.css",
  engine: "https://host.example/engine",
  engineParts: ["core", "shared", "pies"],
  topojson: "https://host.example/topojson",
  mapIcons: "https://host.example/maki.js",
  math: "https://host.example/mathjax.js",
  inspector: "https://host.example/inspector.js",
  theme: "editor",
};

describe("The preview's page", () => {
  it("has no network, no eval and no inline script", () => {
    const html = previewPage(parts);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    assert.match(policy, /^default-src &#39;none&#39;;/);
    assert.doesNotMatch(policy, /connect-src|unsafe-eval|\*/);
    assert.doesNotMatch(/script-src[^;]*/.exec(policy.replaceAll("&#39;", "'"))?.[0] ?? "", /unsafe-inline/);
    assert.doesNotMatch(html, /<script(?![^>]*src=)/);
  });

  it("brings the engine's parts along, after its own script and in their order", () => {
    const sources = [...previewPage(parts).matchAll(/<script nonce="n0nce" src="([^"]*)"[^>]* defer>/g)].map(
      ([, src]) => src,
    );
    assert.deepEqual(
      sources,
      ["preview", "engine/core", "engine/shared", "engine/pies"].map((name) => `https://host.example/${name}.js`),
    );
  });

  it("cannot be broken out of by a file's name", () => {
    const html = previewPage({ ...parts, title: `"><script>alert(1)</script>&` });
    assert.doesNotMatch(html, /<script>/);
    assert.match(html, /&quot;&gt;&lt;script&gt;/);
  });
});
