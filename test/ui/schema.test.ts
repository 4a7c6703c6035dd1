import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { textSettings } from "./textSettings.ts";
import { useWindow } from "./useWindow.ts";

const figure = `{
  "data": [
    {
      "type": "pie",
      "labels": ["rye", "oats"],
      "values": [3, 5],
      "textinfo": "labels",
      "marker": { "colors": ["#c0392b", "#2980b9"] }
    }
  ],
  "layout": { "title": { "text": "Harvest" } }
}
`;

describe("Writing a figure's text", () => {
  const bench = useWindow({
    shared: true,
    settings: textSettings,
    prepare: (folder) => writeFileSync(join(folder, "harvest.plotly.json"), figure),
  });

  before(async () => {
    const { window } = bench;
    await window.openFile("harvest.plotly.json");
    await window.preview().drawn();
    await window.runCommand("View: Reopen Editor With...");
    await window.quickInput.choose("Text Editor");
    await window.textEditor("harvest.plotly.json").part.waitFor();
  });

  it("marks a value that Plotly does not take, and says which it takes", async () => {
    const { window } = bench;
    const editor = window.textEditor("harvest.plotly.json");
    await editor.squiggles("warning").first().waitFor({ timeout: 60_000 });
    await window.problems.open();
    const said = `must be one or more of "label", "text", "value", "percent"`;
    await window.problems.row(said).waitFor();
    await window.screenshot("schema-problem");
    assert.equal(await window.problems.row(said).count(), 1);
    assert.equal(await editor.squiggles("warning").count(), 1);
  });

  it("completes an attribute of the trace's type, with what Plotly says of it", async () => {
    const { window } = bench;
    const editor = window.textEditor("harvest.plotly.json");
    await editor.goTo(4, 21);
    await editor.insert(`\n      "hol"`);
    await window.page.keyboard.press("ArrowLeft");
    await window.suggestions.open("hole");
    await window.suggestions.unfoldDetails("cut out of the pie");
    await window.screenshot("schema-completion");
    await window.page.keyboard.press("Enter");
    await editor.line(/"hole":\s0/).waitFor();
  });

  it("says under the pointer what an attribute is", async () => {
    const { window } = bench;
    const editor = window.textEditor("harvest.plotly.json");
    await editor.word(/^"values"$/).hover();
    const said = window.hover("Sets the values of the sectors").part;
    await said.waitFor();
    await window.screenshot("schema-hover");
    assert.match(await said.innerText(), /If omitted, we count occurrences of each label/);
  });
});
