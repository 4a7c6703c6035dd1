import { deepEqual, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../host/paths.ts";

describe("Tests with a person's hands", () => {
  it("say what a person does and sees: selectors stand in test/pages and in the host's windowParts", () => {
    const folder = join(root, "test", "ui");
    const files = globSync("*.test.ts", { cwd: folder });
    ok(files.length > 10);
    const selectors = files.flatMap((file) => {
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return lines.flatMap((line, index) =>
        /locator\(|querySelector|frameLocator|getAttribute\("aria-|\.monaco-/.test(line)
          ? [`${file}:${index + 1} ${line.trim()}`]
          : [],
      );
    });
    deepEqual(selectors, []);
  });
});
