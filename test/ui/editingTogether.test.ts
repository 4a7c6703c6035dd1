import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { views } from "../pages/plotsBar.ts";
import { EditedDrawing } from "../pages/editedDrawing.ts";
import { textSettings } from "./textSettings.ts";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "ferries.plotly.json";
const text = `{
  "data": [{ "type": "bar", "name": "2023", "x": ["a", "b"], "y": [2, 5] }],
  "layout": {
    "title": { "text": "Ferries" },
    "annotations": [
      { "text": "one", "x": 0.5, "y": 0.9, "xref": "paper", "yref": "paper", "showarrow": false },
      { "text": "two", "x": 0.3, "y": 0.3, "xref": "paper", "yref": "paper", "showarrow": false }
    ]
  }
}
`;

describe("A drawing that is edited beside its text", () => {
  const bench = useWindow({ settings: textSettings, prepare: (folder) => writeFileSync(join(folder, file), text) });
  const drawing = () => new EditedDrawing(bench.window.preview());

  before(async () => {
    const { window } = bench;
    window.page.setDefaultTimeout(50_000);
    await window.openFile(file);
    await window.preview().drawn();
    await drawing().pencil();
    await drawing().ready();
    await window.runCommand("Plots: Open Text to the Side");
    await window.textEditor(file).part.waitFor();
    await drawing().ready();
  });

  it("gives up a drag during which the text changes, and writes it nowhere else", async () => {
    const { window } = bench;
    await drawing().take("note", { x: 40, y: 20 });
    // Another annotation comes before it.
    const path = join(bench.folder, file);
    const { layout, ...rest } = JSON.parse(text) as { layout: { annotations: object[] } };
    const annotations = [{ text: "new", x: 0.1, y: 0.1, showarrow: false }, ...layout.annotations];
    writeFileSync(path, JSON.stringify({ ...rest, layout: { ...layout, annotations } }, undefined, 2));
    await drawing().notice.filter({ hasText: "given up" }).waitFor();
    await window.screenshot("editing-given-up");
    await drawing().letGo();
    await until(
      () => drawing().given(),
      (given) => (given.layout as typeof layout).annotations.length === 3,
    );
    if (readFileSync(path, "utf8") !== JSON.stringify({ ...rest, layout: { ...layout, annotations } }, undefined, 2))
      throw new Error("The move was written.");
    await window.unsavedTab(file).first().waitFor({ state: "detached" });
  });

  it("offers a copy of a plot that is on a server", async () => {
    const { window } = bench;
    await window.closeEditors();
    await window.sideBar.open("Plots");
    await window.sideBar.row(views.publicPlots, "green-coffee-price").click();
    await window.preview().drawn();
    await drawing().pencil();
    await drawing().notice.filter({ hasText: "on a server" }).waitFor();
    await window.screenshot("editing-server");
    await window.preview().button("Edit a Copy").click();
    await window.tab("green-coffee-price copy.plotly.json").waitFor();
    await window.preview().drawn();
  });
});
