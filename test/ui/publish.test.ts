import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { useWindow } from "./useWindow.ts";

const publicPlots = "Public Plots";

describe("Publishing from a script", () => {
  const bench = useWindow({
    prepare(folder) {
      // The person's own settings: those of the machine cannot set this one. Other runs may have the usual port.
      const user = join(folder, "..", "server", "data", "User");
      mkdirSync(user, { recursive: true });
      writeFileSync(join(user, "settings.json"), JSON.stringify({ "plots.apiServer.port": 0 }));
    },
  });

  before(async () => {
    const { window } = bench;
    await window.sideBar.open("Plots");
    await row("Load more").waitFor();
    await window.sideBar.collapse("Feed");
    await window.sideBar.collapse("Figures in this Workspace");
  });

  const row = (text: string) => bench.window.sideBar.row(publicPlots, text);
  const status = () => bench.window.page.locator(".statusbar-item", { hasText: "Plots API" });

  it("begins with the API server, started from the palette", async () => {
    const { window } = bench;
    await window.runCommand("Plots: Start API Server");
    const started = window.notification("The API server runs at http://127.0.0.1:");
    await started.waitFor();
    await status()
      .filter({ hasText: /Plots API \d+/ })
      .waitFor();
    await window.screenshot("publish-started");
    await started.getByRole("button", { name: "Connect a Script" }).click();
  });

  it("finds its lines in a document, with address, user and key in them", async () => {
    const { window } = bench;
    await window.tab("Connect a Script.md").waitFor();
    const text = window.page.locator(".view-lines");
    await text.getByText("py.sign_in(").waitFor();
    await window.screenshot("publish-lines");
    const [, quoted] = /sign_in\("me",\s"(\w+)"/.exec(await text.innerText()) ?? [];
    assert.ok(quoted !== undefined);
    await window.page.locator(".codelens-decoration a", { hasText: "Copy" }).first().click();
    await window.page.locator(".statusbar-item", { hasText: "Copied" }).waitFor();
    await window.closeEditors();
  });
});
