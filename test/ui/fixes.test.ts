import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { useWindow } from "./useWindow.ts";

const misspelt = "misspelt.plotly.json";
const old = "old.plotly.json";
const python = "printed.plotly.json";

const files = {
  [misspelt]: `{
  "data": [
    { "type": "scater", "y": [3, 1, 2] },
    { "type": "bra", "y": { "dtype": "u1", "bdata": "AQID" } }
  ]
}
`,
  [old]: `{
  "data": [
    {
      "type": "bar",
      "x": ["Mon", "Tue", "Wed"],
      "y": [14, 17, 12]
    }
  ],
  "layout": {
    "title": "Boats at noon",
    "xaxis": {
      "title": "Day",
      "titlefont": { "size": 14 }
    }
  }
}
`,
  [python]: `{'data': [{'type': 'bar', 'visible': True, 'y': array([1., 2.5, nan])},
          {'type': 'scater', 'x': (1, 2)}],
 'layout': {'title': {'text': 'Printed'}}}
`,
};

describe("Fixes", () => {
  const bench = useWindow({
    settings: { "workbench.editorAssociations": { "*.plotly.json": "default" } },
    prepare: (folder) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    },
  });
  const line = (text: string) => bench.window.textEditor().line(text);
  const menu = () => bench.window.actionMenu;

  it("mend a problem from the light bulb, where the cursor is", async () => {
    const { window } = bench;
    await window.openFile(misspelt);
    const editor = window.textEditor(misspelt);
    await editor.squiggles("warning").first().waitFor();
    await editor.goTo(3, 16);
    await menu().open("Change to “scatter”");
    await window.screenshot("fixes-quick-fix");
    await menu().choose("Change to “scatter”");
    await line('"type": "scatter"').waitFor();
  });

  it("write a typed array as the list that it is", async () => {
    const { window } = bench;
    await window.textEditor(misspelt).goTo(4, 50);
    await menu().open("Write as a list of numbers");
    await window.screenshot("fixes-typed-array");
    await menu().choose("Write as a list of numbers");
    await line('"y": [1, 2, 3]').waitFor();
  });

  it("move arrays to a grid of the service on this computer", async () => {
    const { window } = bench;
    await menu().open("Move all 2 arrays to a grid…");
    await menu().choose("Move all 2 arrays to a grid…");
    await window.notification("2 arrays of misspelt.plotly.json moved to the grid").waitFor();
    await line('"type": "scatter", "ysrc": "').waitFor();
    await window.screenshot("fixes-moved");
    await window.runCommand("Notifications: Clear All Notifications");
    await window.runCommand("Plots: Inline All References");
    await window.notification("2 references of misspelt.plotly.json replaced by values").waitFor();
    await line('"type": "scatter", "y": [3, 1, 2]').waitFor();
    await window.runCommand("Notifications: Clear All Notifications");
    await window.closeEditors();
  });

  it("make JSON of what Python printed, and mend the rest, all at once", async () => {
    const { window } = bench;
    await window.openFile(python);
    await window.textEditor(python).squiggles("error").first().waitFor();
    await window.textEditor(python).focus();
    await window.runCommand("Source Action...");
    await menu().row("Fix All Problems of the Figure").waitFor();
    await window.screenshot("fixes-source-actions");
    await menu().choose("Fix All Problems of the Figure");
    await line('"visible": true, "y": [1.0, 2.5, null]').waitFor();
    await line('{"type": "scatter", "x": [1, 2]}').waitFor();
    await window.screenshot("fixes-all");
    await window.closeEditors();
  });

  it("migrate a whole figure by a command, taken back by one undo", async () => {
    const { window } = bench;
    await window.openFile(old);
    await window.textEditor(old).focus();
    await window.runCommand("Plots: Migrate Figure to Current Plotly");
    await line('"title": { "text": "Boats at noon" }').waitFor();
    await line('"title": { "text": "Day", "font": { "size": 14 } }').waitFor();
    await window.notification("old.plotly.json was brought up to date.").waitFor();
    await window.screenshot("fixes-migrated");
    await window.textEditor(old).focus();
    await window.page.keyboard.press("Control+z");
    await line('"title": "Boats at noon"').waitFor();
    await line('"titlefont": { "size": 14 }').waitFor();
    await window.closeEditors();
  });
});
