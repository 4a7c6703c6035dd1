import assert from "node:assert/strict";
import { listen, type ListeningService } from "../../src/plotService/listen.ts";
import { openPlotService, type PlotService } from "../../src/plotService/service.ts";
import { views } from "../pages/plotsBar.ts";
import { useWindow } from "./useWindow.ts";

const { publicPlots } = views;

describe("A second server", () => {
  const bench = useWindow();
  let service: PlotService;
  let server: ListeningService;

  before(async () => {
    service = openPlotService({ database: ":memory:" });
    server = await listen(service, { port: 0 });
    const { window } = bench;
    await window.sideBar.open("Plots");
    for (const view of ["My Plots", "Feed", "Figures in this Workspace"]) await window.sideBar.collapse(view);
    await row("Load more").waitFor();
  });

  after(async () => {
    await server.close();
    service.close();
  });

  const row = (text: string) => bench.window.sideBar.row(publicPlots, text);
  const choose = (title: string) => bench.window.sideBar.chooseFromRow(publicPlots, "Tide Office", title);

  it("is added by its address, with a name, and shown beside this computer", async () => {
    const { window } = bench;
    await window.runCommand("Plots: Add Server");
    await window.quickInput.says("Address of an on-premises Chart Studio").waitFor();
    await window.screenshot("server-add");
    await window.quickInput.enter(server.url);
    await window.quickInput.says("be called?").waitFor();
    await window.quickInput.enter("Tide Office");
    await window.notification("Tide Office was added.").waitFor();
    await row("This Computer").waitFor();
    await window.screenshot("server-added");
    // Folds it, so that there is room.
    await row("This Computer").click();
    await row("Tide Office").getByText(new URL(server.url).host).waitFor();
    await row("Load more").waitFor();
  });

  it("is signed in to with the key that it accepts, which its node and the Accounts menu then say", async () => {
    const { window } = bench;
    const { username, apiKey } = service.user;
    await window.notification("Tide Office was added.").getByRole("button", { name: "Sign In" }).click();
    await window.quickInput.says("Sign In to Tide Office").waitFor();
    await window.quickInput.enter(username);
    await window.quickInput.typeSecret(apiKey);
    await window.screenshot("server-sign-in");
    await window.page.keyboard.press("Enter");
    await row("Tide Office")
      .getByText(`${username} · ${new URL(server.url).host}`)
      .waitFor();

    await window.sideBar.icon("Accounts").click();
    const account = window.contextMenu.row(`${username} on ${new URL(server.url).host}`);
    await account.waitFor();
    await window.screenshot("server-account");
    await window.page.keyboard.press("Escape");
    await account.waitFor({ state: "hidden" });
  });

  it("is tested from its menu, which says who one is there", async () => {
    const { window } = bench;
    await row("Tide Office").click({ button: "right" });
    await window.contextMenu.row("Test Connection").waitFor();
    await window.screenshot("server-menu");
    await window.page.keyboard.press("Escape");
    await choose("Test Connection");
    const answer = window.notification(`Tide Office answers: Plots API v2, signed in as ${service.user.username}.`);
    await answer.waitFor();
    await window.screenshot("server-tested");
  });

  it("takes new plots once it is the default", async () => {
    const { window } = bench;
    await choose("Set as Default");
    await window.openFile("city-budget.plotly.json");
    await window.runCommand("Plots: Create Plot");
    await window.quickInput.choose("city-budget", { typed: "" });
    await window.quickInput.says("Name of the plot on Tide Office").waitFor();
    await window.quickInput.cancel();
  });

  it("is removed with its account after a question, and its plots stay where they are", async () => {
    const { window } = bench;
    await choose("Remove");
    const question = window.dialog("Remove Tide Office from your servers?");
    await question.getByText("Its plots stay where they are.").waitFor();
    await window.screenshot("server-remove");
    await question.getByRole("button", { name: "Remove" }).click();
    await row("Tide Office").waitFor({ state: "hidden" });
    await row("Load more").waitFor();
    const answer = await fetch(`${server.url}/v2/plots`);
    assert.equal(answer.status, 200);
  });
});
