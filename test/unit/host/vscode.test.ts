import { deepEqual, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { identityOf } from "../../host/vscode/extension.ts";
import { environmentVariable, root } from "../../host/vscode/project.ts";

describe("The host that starts a real VS Code", () => {
  const folder = join(root, "test", "host", "vscode");
  const files = globSync("**/*.{ts,cjs}", { cwd: folder });

  it("knows nothing of this extension: it imports nothing from outside its folder, and names none", () => {
    ok(files.length > 20);
    const strangers = files.flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const imports = [...text.matchAll(/(?:from|import\(|import) ?"(\.[^"]+)"/g)].map(([, path = ""]) => path);
      const outside = imports.filter((path) => !resolve(folder, file, "..", path).startsWith(folder + sep));
      return [...outside, ...(text.match(/plots?[- ]?files|plotly/gi) ?? [])].map((found) => `${file}: ${found}`);
    });
    deepEqual(strangers, []);
  });

  it("takes from the package.json what an extension and its project are called", () => {
    deepEqual(identityOf(join(root, "test", "fixtures", "otherExtension")), {
      id: "somebody-else.word-count",
      title: "Word Count",
      version: "1.0.0",
    });
    deepEqual(environmentVariable("BROWSER").name, "PLOT_FILES_BROWSER");
  });
});
