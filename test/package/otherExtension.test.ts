import { join } from "node:path";
import { installCode } from "../host/install.ts";
import { root } from "../host/paths.ts";
import { openBench } from "../host/vscode/bench.ts";
import type { ExtensionUnderTest } from "../host/vscode/extension.ts";
import { Window } from "../host/vscode/window.ts";

const folder = join(root, "test", "fixtures", "otherExtension");
const wordCount: ExtensionUnderTest = { root: folder, sample: join(folder, "sample"), build: () => Promise.resolve() };

describe("The host that starts a real VS Code", () => {
  it("starts it with any extension", async () => {
    await using bench = await openBench(await installCode(console.error), wordCount, {}, Window);
    const { window } = bench;
    await window.openFile("note.txt");
    await window.textEditor("note.txt").part.waitFor();
    await window.runCommand("Words: Tell");
    await window.notification("There are 3 words.").waitFor();
  });
});
