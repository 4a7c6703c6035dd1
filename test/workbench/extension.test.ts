import { ok } from "node:assert/strict";
import { extensions } from "vscode";

describe("The extension", () => {
  it("activates", async () => {
    const extension = extensions.getExtension("plot-files.plot-files");
    ok(extension);
    await extension.activate();
    ok(extension.isActive);
  });
});
