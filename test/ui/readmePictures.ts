// `node test/ui/readmePictures.ts`: takes the README's pictures of the window anew, in media/readme.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../host/build.ts";
import { installCode } from "../host/install.ts";
import { linkExtension } from "../host/linkedExtension.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { sampleWorkspace } from "../host/sampleWorkspace.ts";
import { startServer } from "../host/server.ts";
import { Window } from "../host/window.ts";

const figure = {
  data: [
    {
      type: "scatter",
      mode: "lines",
      name: "high",
      x: ["Mon", "Tue", "Wed", "Thu", "Fri"],
      y: [17.2, 19.8, 21.4, 18.9, 16.3],
    },
    { type: "scatter", mode: "lines", name: "low", x: ["Mon", "Tue", "Wed", "Thu", "Fri"], ysrc: "me:41:3f09aa" },
    { type: "bar", name: "rain", x: ["Mon", "Tue", "Wed", "Thu", "Fri"], y: [0, 1.2, 0, 4.6, 7.1] },
  ],
  layout: { title: { text: "A week in May" }, yaxis: { title: { text: "°C, mm" } } },
};

await build();
const temporary = temporaryFolder("pictures");
try {
  const folder = sampleWorkspace(temporary);
  writeFileSync(join(folder, "weather.plotly.json"), compact(JSON.stringify(figure, undefined, 2)));
  await using server = await startServer({
    serverMain: await installCode(console.error),
    dataFolder: join(temporary, "server"),
    extensionsFolder: linkExtension(join(temporary, "extensions")),
    automated: false,
    settings: { "editor.minimap.enabled": false, "workbench.colorTheme": "Default Dark Modern" },
  });
  await using window = await Window.open(server, { folder }, { width: 1280, height: 800 });
  const { page, sideBar, quickInput } = window;
  const picture = (name: string) => page.screenshot({ path: join(root, "media", "readme", `${name}.png`) });

  await sideBar.open("Plots");
  await window.runCommand("Plots: Sort Public Plots…");
  await quickInput.choose("Most viewed first");
  await sideBar.row("Public Plots", "wealth-and-health").click();
  await window.preview().drawn();
  await page.mouse.move(900, 20);
  await picture("browse");

  await window.closeEditors();
  await window.openFile("weather.plotly.json");
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
  await window.preview().drawn();
  await window.runCommand("Plots: Open Text to the Side");
  await window.textEditor("weather.plotly.json").squiggles("error").first().waitFor();
  await window.preview().unfoldStrip();
  await page.mouse.move(900, 20);
  await picture("check");

  await window.runCommand("Plots: Create Plot…");
  await quickInput.row("the figure that is open").click();
  await quickInput.box.getByText("Name of the plot").waitFor();
  await quickInput.enter("a week in May");
  await quickInput.row("Everybody").click();
  await quickInput.row("“a week in May”").waitFor();
  await picture("create");
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}

/** Short lists on one line. */
function compact(text: string): string {
  return text.replaceAll(/\[\s+([^[\]{}]+?)\s+\]/g, (_, items: string) => `[${items.replaceAll(/\s*\n\s*/g, " ")}]`);
}
