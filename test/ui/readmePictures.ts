import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installCode } from "../host/install.ts";
import { linkExtension } from "../host/linkedExtension.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { sampleWorkspace } from "../host/sampleWorkspace.ts";
import { startServer } from "../host/server.ts";
import { exitOnSignals } from "../host/vscode/signals.ts";
import { main } from "../host/vscode/trouble.ts";
import { Window } from "../host/window.ts";
import { Inspector } from "../pages/inspector.ts";

/** The README's pictures, taken anew of what is built: `npm run build && node test/ui/readmePictures.ts`. */
const folder = join(root, "media", "readme");

const boats = "boats-at-noon.plotly.json";
const boatsText = `{
  "data": [
    {
      "type": "bar",
      "name": "Boats",
      "x": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      "y": [14, 17, 12, 19, 23, 41, 38],
      "marker": { "color": "#7fb3c8" }
    },
    {
      "type": "scatter",
      "mode": "lines+markers",
      "name": "Wind, knots",
      "x": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      "y": [21, 18, 24, 15, 12, 9, 11],
      "line": { "color": "#e0903a", "width": 3 }
    },
    {
      "type": "scatter",
      "name": "Last year",
      "ysrc": "me:1:c0ffee"
    }
  ],
  "layout": {
    "title": { "text": "Boats in harbour at noon" },
    "template": "plotly_white",
    "hovermode": "x unified",
    "legend": { "orientation": "h", "y": -0.1 }
  }
}
`;

const wind = "wind-and-boats.plotly.json";
const windText = boatsText
  .replace(/,\n {4}\{\n {6}"type": "scatter",\n {6}"name": "Last year",[^}]*\}/, "")
  .replace('"plotly_white"', JSON.stringify({ layout: { plot_bgcolor: "#f4f7f9", yaxis: { gridcolor: "white" } } }));

/** A plot of the library, drawn beside the list that it was chosen from. */
async function browse(window: Window): Promise<void> {
  await window.sideBar.open("Plots");
  await window.sideBar.row("Public Plots", "Load more").waitFor();
  await window.runCommand("Plots: Sort Public Plots…");
  await window.quickInput.choose("Most viewed first");
  await window.sideBar.row("Public Plots", "flavour-wheel").click();
  await window.preview().drawn();
  await take(window, "browse");
}

/** A figure file with its text beside it and its problems below. */
async function check(window: Window): Promise<void> {
  await window.closeEditors();
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
  await window.openFile(boats);
  await window.preview().drawn();
  await window.preview().unfoldStrip();
  await window.preview().problem("broken-reference").click();
  await window.textEditor(boats).squiggles("error").first().waitFor();
  await window.statusBar.item(/selected\)/).waitFor();
  await take(window, "check");
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
}

/** The last step of Create Plot, before anything is sent. */
async function create(window: Window): Promise<void> {
  await window.closeEditors();
  await window.openFile("river-flow.plotly.json");
  await window.preview().drawn();
  await window.runCommand("Plots: Create Plot…");
  await window.quickInput.take("river-flow.plotly.json");
  await window.quickInput.enter("river flow after rain");
  await window.quickInput.take("Everybody");
  await window.quickInput.row("data.0.marker.size").waitFor();
  await take(window, "create");
}

/** A trace in the inspector, beside its drawing. */
async function inspect(window: Window): Promise<void> {
  await window.closeEditors();
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
  await window.openFile(wind);
  const preview = window.preview();
  await preview.drawn();
  await preview.drawing.tool("Edit the figure").click();
  const inspector = new Inspector(preview.frame);
  await inspector.choose("Wind, knots");
  await inspector.field("line.width").focus();
  await inspector.help.filter({ hasText: "Written here." }).waitFor();
  await inspector.search.waitFor();
  await take(window, "inspector");
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
}

async function take(window: Window, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  // Where nothing lights up under the pointer.
  await window.page.mouse.move(700, 838);
  await window.page.screenshot({ path });
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KB`);
}

async function pictures(): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const serverMain = await installCode(console.log);
  const temporary = temporaryFolder("pictures");
  try {
    const workspace = sampleWorkspace(temporary);
    writeFileSync(join(workspace, boats), boatsText);
    writeFileSync(join(workspace, wind), windText);
    await using server = await startServer({
      serverMain,
      dataFolder: join(temporary, "server"),
      extensionsFolder: linkExtension(join(temporary, "extensions")),
      automated: false,
      settings: { "editor.minimap.enabled": false, "window.title": "${rootName}" },
    });
    await using window = await Window.open(server, { folder: workspace }, { width: 1360, height: 850 });
    await browse(window);
    await check(window);
    await create(window);
    await inspect(window);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
}

exitOnSignals();
await main(pictures);
