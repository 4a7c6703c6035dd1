import { deepEqual, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../host/paths.ts";
import { folderOf, readSources } from "./sources.ts";

describe("docs/architecture.md", function () {
  // All files are read, which takes seconds on a busy machine.
  this.timeout(60_000);

  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");

  it("lists the folders that there are, each once", () => {
    const listed = [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, folder]) => folder ?? "");
    const folders = new Set(
      readSources()
        .map(({ path }) => folderOf(path))
        // A shelf of samples is content.
        .map((folder) => folder.replace(/^(src\/library\/shelves)\/.*/, "$1")),
    );
    deepEqual(listed, [...new Set(listed)]);
    const listedOnly = listed.filter((folder) => !folders.has(folder));
    const missing = [...folders].filter((folder) => !listed.includes(folder));
    deepEqual({ listedOnly, missing }, { listedOnly: [], missing: [] });
  });

  it("names only files that there are", () => {
    const named = [...text.matchAll(/`((?:src|webview|build|test)\/[^`]+)`/g)].map(([, path]) => path ?? "");
    ok(named.length > 100);
    deepEqual(
      named.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});
