import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dependencyFolders, noticesText, packageFolder, shippedPackages } from "../../../build/notices.ts";

describe("the notices of what ships", () => {
  let root: string;

  const install = (name: string, file: object, texts: Record<string, string> = {}): void => {
    const folder = join(root, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: name.split("/node_modules/").at(-1), ...file }));
    for (const [place, text] of Object.entries(texts)) writeFileSync(join(folder, place), text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "notices-"));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it("find the package of a file, scoped and nested ones too, and none for our own", () => {
    assert.equal(packageFolder("node_modules/@hono/node-server/dist/x.js"), "node_modules/@hono/node-server");
    assert.equal(packageFolder("node_modules/a/node_modules/b/lib/x.js"), "node_modules/a/node_modules/b");
    assert.equal(packageFolder("src/figure/model/figure.ts"), undefined);
  });

  it("hold each package's own words, once where several use the same", () => {
    install("a", { version: "1.0.0", license: "MIT" }, { LICENSE: "The same words." });
    install("@b/c", { version: "2.0.0", license: "MIT" }, { "licence.md": "The same words.\r\n" });
    install("d", { version: "3.0.0", licenses: [{ type: "BSD" }] });
    install(
      "e",
      { version: "4.0.0", license: "Apache-2.0" },
      { LICENSE: "Apache.", NOTICE: "Of E.", "license.js": "" },
    );
    const files = ["a", "@b/c", "d", "e"].map((name) => `node_modules/${name}/index.js`);
    const text = noticesText(shippedPackages(root, [...files, ...files, "src/x.ts"]));
    assert.equal(text.split("The same words.").length, 2);
    for (const line of ["a 1.0.0 (MIT)", "@b/c 2.0.0 (MIT)", "d 3.0.0 (BSD)", "Apache.\n\nOf E."])
      assert.equal(text.split(line).length, 2, line);
  });

  it("know what a package depends on at any depth, and not the types of it", () => {
    install("engine", { version: "1.0.0", dependencies: { a: "1", "@types/x": "1", absent: "1" } });
    install("a", { version: "1.0.0", dependencies: { b: "1" } });
    install("a/node_modules/b", { version: "1.0.0", dependencies: { a: "1" } });
    install("@types/x", { version: "1.0.0" });
    assert.deepEqual(dependencyFolders(root, "engine"), ["node_modules/a", "node_modules/a/node_modules/b"]);
  });
});
