import assert from "node:assert/strict";
import { previewPage, type PreviewPageParts } from "../../../../src/workbench/figureEditor/previewPage.ts";

const parts: PreviewPageParts = {
  cspSource: "https://host.example",
  nonce: "n0nce",
  script: "https://host.example/preview.js",
  style: "https://host.example/preview.css",
  plotly: "https://host.example/plotly.min.js",
  plotlyStrict: "https://host.example/plotly-strict.min.js",
  topojson: "https://host.example/topojson",
  mapIcons: "https://host.example/maki.js",
  math: "https://host.example/mathjax.js",
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

  it("cannot be broken out of by a file's name", () => {
    const html = previewPage({ ...parts, title: `"><script>alert(1)</script>&` });
    assert.doesNotMatch(html, /<script>/);
    assert.match(html, /&quot;&gt;&lt;script&gt;/);
  });
});
