import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const old = (title: string): string =>
  JSON.stringify({
    data: [
      { type: "scatter", mode: "lines", x: [1, 2, 3, 4, 5], y: [2, 4, 3, 6, 5], name: "bean" },
      { type: "scatter", mode: "lines", x: [1, 2, 3, 4, 5], y: [1, 2, 3, 2, 1], name: "pea" },
    ],
    layout: { title, titlefont: { size: 30 } },
  });

/** What VS Code keeps of unsaved texts. */
function keptTexts(folder: string): string[] {
  const kept = join(dirname(folder), "server/data/User/Backups");
  if (!existsSync(kept)) return [];
  const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
}

describe("A figure that is looked at, and then changed", () => {
  const bench = useWindow({
    prepare(folder) {
      for (const name of ["first", "second", "third"]) writeFileSync(join(folder, `${name}.plotly.json`), old(name));
    },
  });
  const unsaved = (name: string) => bench.window.unsavedTab(name);
  const migrate = () => bench.window.runCommand("Plots: Migrate Figure to Current Plotly");

  it("is changed by a command in the same tab, with the same zoom", async () => {
    const { window } = bench;
    await window.openFile("first.plotly.json");
    await window.preview().drawn();
    await window.openFile("second.plotly.json");
    const preview = window.preview();
    await preview.title("second").waitFor();
    const whole = await preview.range("xaxis");
    await preview.drag({ x: 0.3, y: 0.3 }, { x: 0.7, y: 0.8 });
    const zoomed = await until(
      () => preview.range("xaxis"),
      (range) => String(range) !== String(whole),
    );
    await migrate();
    await unsaved("second.plotly.json").waitFor();
    await preview.drawn();
    await preview.notes.waitFor({ state: "hidden" });
    assert.deepEqual(await preview.range("xaxis"), zoomed);
    assert.deepEqual(await window.tabNames(), ["first.plotly.json", "second.plotly.json"]);
    await window.screenshot("opening-changed");
  });

  it("is as before after an undo, and as changed after a redo", async () => {
    const { window } = bench;
    const preview = window.preview();
    await window.runCommand("Undo");
    await unsaved("second.plotly.json").waitFor({ state: "detached" });
    await preview.notes.waitFor();
    await window.runCommand("Redo");
    await unsaved("second.plotly.json").waitFor();
    await preview.notes.waitFor({ state: "hidden" });
  });

  it("is there with its changes when the window is loaded again", async () => {
    const { window, folder } = bench;
    // VS Code keeps unsaved changes a moment after they are made.
    await until(
      () => keptTexts(folder),
      (kept) => kept.some((text) => text.includes("second") && !text.includes("titlefont")),
    );
    await window.runCommand("Developer: Reload Window");
    await unsaved("second.plotly.json").waitFor();
    const preview = window.preview();
    await preview.title("second").waitFor();
    await preview.notes.waitFor({ state: "hidden" });
    await window.screenshot("opening-reloaded");
  });

  it("is written by Save", async () => {
    const { window, folder } = bench;
    assert.match(readFileSync(join(folder, "second.plotly.json"), "utf8"), /titlefont/);
    await window.save("second.plotly.json");
    await until(
      () => readFileSync(join(folder, "second.plotly.json"), "utf8"),
      (text) => !text.includes("titlefont"),
    );
  });

  it("has its text saved by the key while the person looks at the drawing", async () => {
    const { window, folder } = bench;
    await window.openFile("first.plotly.json");
    const preview = window.preview();
    await preview.title("first").waitFor();
    await window.runCommand("Plots: Open Text to the Side");
    await window.textEditor("first.plotly.json").goTo(1, 2);
    await window.page.keyboard.type(" ");
    await unsaved("first.plotly.json").waitFor();
    await preview.drawing.plotArea.click();
    await window.save("first.plotly.json");
    assert.ok(readFileSync(join(folder, "first.plotly.json"), "utf8").startsWith("{ "));
    await window.closeEditors();
  });

  it("goes back to the file when its changes are thrown away with the text that they were typed in", async () => {
    const { window } = bench;
    await window.openFile("third.plotly.json");
    const preview = window.preview();
    await preview.title("third").waitFor();
    await window.runCommand("Plots: Open Text to the Side");
    await window.textEditor("third.plotly.json").part.waitFor();
    await window.textEditor("third.plotly.json").goTo(1, 2);
    await window.page.keyboard.type("?");
    await preview.banner.waitFor();
    await window.runCommand("View: Revert and Close Editor");
    await preview.banner.waitFor({ state: "hidden" });
    await preview.title("third").waitFor();
  });

  it("says that its file was deleted, keeps the drawing, and draws the file that comes in its place", async () => {
    const { window, folder } = bench;
    const preview = window.preview();
    rmSync(join(folder, "third.plotly.json"));
    await preview.banner.getByText("This file was deleted.").waitFor();
    assert.equal(await preview.drawing.scatterTraces.count(), 2);
    await window.screenshot("opening-deleted");
    writeFileSync(join(folder, "third.plotly.json"), old("back again"));
    await preview.title("back again").waitFor();
    await preview.banner.waitFor({ state: "hidden" });
  });
});
