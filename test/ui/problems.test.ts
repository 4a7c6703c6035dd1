import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { useWindow } from "./useWindow.ts";

const file = "broken.plotly.json";
const text = `{
  "data": [
    { "type": "scatter", "x": [1, 2, 3], "y": [3, 1, 2] },
    { "type": "bar", "xsrc": "me:1:abc", "y": [1, 2, 3] },
    { "type": "scater", "y": [1, 2] },
    { "type": "bar", "ysrc": "no reference" }
  ]
}
`;

describe("Problems of a figure", () => {
  const bench = useWindow({ shared: true, prepare: (folder) => writeFileSync(join(folder, file), text) });

  it("are listed under the drawing, a row a rule, the gravest first", async () => {
    const { window } = bench;
    await window.openFile(file);
    const preview = window.preview();
    await preview.drawn();
    await preview.unfoldStrip();
    for (const code of ["raw-array", "broken-reference", "unknown-trace-type"]) await preview.problem(code).waitFor();
    assert.deepEqual(await preview.problemCodes(), ["raw-array", "broken-reference", "unknown-trace-type"]);
    await preview.strip.getByText("6 errors, 1 warning").waitFor();
    await preview.problem("raw-array").click();
    await preview.problem("line 4").waitFor();
    await window.screenshot("problems-strip");
    await preview.problem("raw-array").click();
    await preview.problem("line 4").waitFor({ state: "hidden" });
  });

  it("lead to their place in the text, by mouse", async () => {
    const { window } = bench;
    await window.preview().problem("unknown-trace-type").click();
    await window.textEditor(file).part.waitFor();
    await window.statusBar.cursorIn(5, { selected: true });
    await window.screenshot("problems-place");
  });

  it("lead to their place in the text, by keyboard", async () => {
    const { window } = bench;
    const preview = window.preview();
    await preview.problems.first().focus();
    await window.page.keyboard.press("ArrowRight");
    await preview.problem("line 5").waitFor();
    for (let row = 0; row < 5; row++) await window.page.keyboard.press("ArrowDown");
    await preview.focused(preview.problem("broken-reference")).waitFor();
    await window.page.keyboard.press("ArrowUp");
    await window.page.keyboard.press("ArrowUp");
    await window.page.keyboard.press("ArrowDown");
    await window.page.keyboard.press("Enter");
    await window.statusBar.cursorIn(5, { selected: true });
  });

  it("are squiggles in the text, and rows with their codes in the Problems panel", async () => {
    const { window } = bench;
    const editor = window.textEditor(file);
    await editor.squiggles("error").first().waitFor();
    await window.problems.open();
    for (const code of ["raw-array", "broken-reference", "unknown-trace-type"]) {
      await window.problems.row(code).waitFor();
    }
    await window.screenshot("problems-panel");
    await window.runCommand("View: Toggle Panel Visibility");
  });

  it("go away as they are repaired", async () => {
    const { window } = bench;
    const preview = window.preview();
    await window.textEditor(file).replaceAll(text.replace("scater", "scatter"));
    await preview.problem("unknown-trace-type").waitFor({ state: "hidden" });
    await window.textEditor(file).replaceAll('{ "data": [{ "type": "scatter" }] }');
    await preview.problems.first().waitFor({ state: "hidden" });
    await preview.strip.getByText("No problems").waitFor();
    await window.closeEditors();
  });

  it("of a public plot: a grid that may not be read is named, and the rest is drawn", async () => {
    const { window } = bench;
    await window.runCommand("Plots: Open Plot by Id");
    await window.quickInput.enter("tomas.ferro:8");
    const preview = window.preview();
    await preview.drawn();
    await preview.unfoldStrip();
    // One row for all six, which unfolds.
    await preview.problem("broken-reference").click();
    await preview.problem("You may not read the grid tomas.ferro:10").waitFor();
    await preview.title("The river terrace runs dry").waitFor();
    await window.screenshot("problems-private-grid");
  });
});
