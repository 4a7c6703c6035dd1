import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { until } from "./until.ts";
import { views } from "../pages/plotsBar.ts";
import { useWindow } from "./useWindow.ts";

const { publicPlots } = views;

describe("Publishing from a script", () => {
  const bench = useWindow({
    prepare(folder) {
      // The person's own settings: those of the machine cannot set this one. Other runs may have the usual port.
      const user = join(folder, "..", "server", "data", "User");
      mkdirSync(user, { recursive: true });
      writeFileSync(join(user, "settings.json"), JSON.stringify({ "plots.apiServer.port": 0 }));
    },
  });

  let url = "";
  let key = "";
  let fid = "";

  before(async () => {
    const { window } = bench;
    await window.sideBar.open("Plots");
    for (const other of ["My Plots", "Feed", "Figures in this Workspace"]) await window.sideBar.collapse(other);
    await row("Load more").waitFor();
  });

  const row = (text: string) => bench.window.sideBar.row(publicPlots, text);
  const status = () => bench.window.statusBar.item("Plots API");

  /** Runs the program that asks as Plotly's Python client does; the plot's fid. */
  async function script(name: string, figure: object): Promise<string> {
    const program = join(import.meta.dirname, "..", "fixtures", "oldScript.ts");
    return await new Promise((resolve, reject) => {
      const child = execFile(process.execPath, [program, url, "me", key, name], (error, stdout) => {
        if (error === null) resolve(stdout.trim());
        else reject(error);
      });
      child.stdin?.end(JSON.stringify(figure));
    });
  }

  /** One request of somebody who knows the key. */
  async function ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}/v2/${path}`, {
      method,
      headers: { authorization: `Basic ${btoa(`me:${key}`)}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  }

  it("begins with the API server, started from the palette", async () => {
    const { window } = bench;
    await window.runCommand("Plots: Start API Server");
    const started = window.notification("The API server runs at http://127.0.0.1:");
    await started.waitFor();
    await status()
      .filter({ hasText: /Plots API \d+/ })
      .waitFor();
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(await started.innerText())?.[0] ?? "";
    await window.screenshot("publish-started");
    await started.getByRole("button", { name: "Connect a Script" }).click();
  });

  it("finds its lines in a document, with address, user and key in them", async () => {
    const { window } = bench;
    await window.tab("Connect a Script.md").waitFor();
    const text = window.textEditor();
    await text.part.getByText("py.sign_in(").waitFor();
    await window.screenshot("publish-lines");
    const [, quoted] = /sign_in\("me",\s"(\w+)"/.exec(await text.part.innerText()) ?? [];
    assert.ok(quoted !== undefined);
    key = quoted;
    await text.pressLens("Copy", window.statusBar.item("Copied"));
    await window.closeEditors();
  });

  it("shows a plot that a program of its own publishes in the open list, and keeps what was read and selected", async () => {
    const { window } = bench;
    await row("Load more").click();
    await row("Load more").getByText("20 so far").waitFor();
    const names = () => window.sideBar.names(publicPlots);
    const before = await names();
    await row(before[1] ?? "").click();
    const selected = window.sideBar.selected(publicPlots);
    fid = await script("tide table", {
      data: [{ type: "scatter", x: [1, 2, 3], y: [2, 1, 2] }],
      layout: title("Tides"),
    });
    assert.match(fid, /^me:\d+$/);
    await row("tide table").waitFor();
    await row("Load more").getByText("21 so far").waitFor();
    assert.deepEqual((await names()).slice(0, 3), ["tide table", ...before.slice(0, 2)]);
    assert.match(await selected.innerText(), new RegExp(before[1] ?? ""));
  });

  it("draws it, and draws it again where the program overwrites it, saying so and keeping the zoom", async () => {
    const { window } = bench;
    await window.closeEditors();
    await row("tide table").click();
    const preview = window.preview();
    await preview.drawn();
    await preview.title("Tides").waitFor();
    assert.equal(await preview.drawing.scatterTraces.count(), 1);
    await preview.drag({ x: 0.2, y: 0.2 }, { x: 0.6, y: 0.7 });
    const zoomed = await until(
      () => preview.range("xaxis"),
      (range) => Number(range?.[0]) > 1,
    );

    const again = await script("tide table", {
      data: [{ type: "scatter", x: [1, 2, 3, 4], y: [2, 1, 2, 3] }],
      layout: title("Tides, corrected"),
    });
    assert.equal(again, fid);
    await preview.title("Tides, corrected").waitFor();
    await preview.news.getByText(/^Redrawn at \d\d:\d\d:\d\d: the plot was overwritten$/).waitFor();
    assert.deepEqual(await preview.range("xaxis"), zoomed);
    await window.screenshot("publish-overwritten");

    // Nothing of this is where the person looks.
    await script("tide table", {
      data: [{ type: "scatter", x: [50, 60], y: [70, 80] }],
      layout: title("Tides in spring"),
    });
    await preview.title("Tides in spring").waitFor();
    await until(
      () => preview.range("xaxis"),
      (range) => Number(range?.[0]) > 40,
    );
    assert.equal(await window.sideBar.rows(publicPlots).filter({ hasText: "tide table" }).count(), 1);
  });

  it("draws again where the data alone was changed", async () => {
    const preview = bench.window.preview();
    const content = await ask("GET", `plots/${fid}/content`);
    const [grid, uid] = split(String((content["data"] as { ysrc: string }[])[0]?.ysrc));
    await ask("PUT", `grids/${grid}/col?uid=${uid}`, { cols: [{ data: [1, 100] }] });
    await preview.news.getByText(/: its data changed$/).waitFor();
    await bench.window.screenshot("publish-data");
  });

  it("takes a plot that was thrown away off the list, and says so above its drawing", async () => {
    const { window } = bench;
    await ask("POST", `plots/${fid}/trash`);
    await row("tide table").waitFor({ state: "detached" });
    const { banner } = window.preview();
    await banner.getByText("This plot was moved to the trash. Showing the last good drawing.").waitFor();
    await window.screenshot("publish-trashed");
    await ask("POST", `plots/${fid}/restore`);
    await row("tide table").waitFor();
    await banner.waitFor({ state: "hidden" });
    await window
      .preview()
      .news.getByText(/: the plot is back$/)
      .waitFor();

    await ask("DELETE", `plots/${fid}`);
    await row("tide table").waitFor({ state: "detached" });
    await banner.getByText("This plot was deleted permanently. Showing the last good drawing.").waitFor();
    await window.screenshot("publish-deleted");
  });

  it("ends when the API server is stopped", async () => {
    await bench.window.runCommand("Plots: Stop API Server");
    await status().waitFor({ state: "detached" });
    await assert.rejects(fetch(`${url}/v2/`));
  });

  it("goes on without it where a service runs alone on the same folder", async () => {
    const { window, folder } = bench;
    const data = join(folder, "..", "server", "data", "User", "globalStorage", "plot-files.plot-files");
    const serve = join(import.meta.dirname, "..", "..", "src", "plotService", "serve.ts");
    const child = spawn(process.execPath, [serve, "--data", data, "--json"], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [line] = (await once(createInterface(child.stdout), "line")) as [string];
      const ready = JSON.parse(line) as { url: string; username: string; apiKey: string };
      assert.deepEqual([ready.username, ready.apiKey], ["me", key]);
      url = ready.url;
      await script("from a service alone", { data: [{ type: "bar", y: [3, 1, 2] }] });
      await row("from a service alone").click();
      await window.preview().drawn();
      await window.preview().drawing.bars.nth(2).waitFor();
    } finally {
      child.kill();
    }
  });
});

const title = (text: string) => ({ title: { text } });

/** Grid and uid of a reference. */
function split(reference: string): readonly [grid: string, uid: string] {
  const colon = reference.lastIndexOf(":");
  return [reference.slice(0, colon), reference.slice(colon + 1)];
}
