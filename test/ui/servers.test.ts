import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer as createTcpServer, connect as openSocket, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { type Failure, type SeedServer, seedCredentials, startSeedServer } from "../fixtures/seedServer.ts";
import { views } from "../pages/plotsBar.ts";
import { useWindow } from "./useWindow.ts";

const { publicPlots } = views;
const unreachable = "cannot be reached";
const didNotAnswer = "does not answer";
const noList = "answers with an error";

describe("Plots of another server", () => {
  const bench = useWindow({
    prepare(folder) {
      // The person's own settings: those of the machine cannot set this one.
      const user = join(folder, "..", "server", "data", "User");
      mkdirSync(user, { recursive: true });
      writeFileSync(join(user, "settings.json"), JSON.stringify({ "plots.server.timeout": 8 }));
    },
  });
  let seed: SeedServer;
  /** Settles with the next request. */
  let arrived = Promise.withResolvers<void>();

  before(async () => {
    seed = await startSeedServer(() => {
      arrived.resolve();
      arrived = Promise.withResolvers();
    });
    const { window } = bench;
    window.page.setDefaultTimeout(75_000);
    await window.sideBar.open("Plots");
    await row("Load more").waitFor();
    await window.sideBar.collapse("Feed");
    await window.sideBar.collapse("Figures in this Workspace");
  });

  after(() => seed.close());

  const rows = () => bench.window.sideBar.rows(publicPlots);
  const row = (text: string) => bench.window.sideBar.row(publicPlots, text);
  const host = () => new URL(seed.root).host;
  /** The seed's own row. */
  const node = () => row(host());
  const listed = (path: string) => seed.requests.filter((request) => request.path === path);

  /** What was asked for the list after the first so many times, once there is something. */
  async function listedAfter(count: number) {
    while (listed("/v2/plots").length <= count) await arrived.promise;
    return listed("/v2/plots").slice(count);
  }

  /** Opens the box that asks for an address, and answers it. */
  async function add(address: string): Promise<void> {
    await bench.window.runCommand("Plots: Add Server");
    await bench.window.quickInput.enter(address);
  }

  /** Leaves the name as it is proposed. */
  async function addUnnamed(address: string): Promise<void> {
    await add(address);
    await bench.window.quickInput.says("be called?").waitFor();
    await bench.window.page.keyboard.press("Enter");
  }

  /** Reads the seed's plots again. */
  const refresh = () => bench.window.sideBar.chooseFromRow(publicPlots, host(), "Refresh");

  it("are listed below its node once its address is typed", async () => {
    // Without a scheme and `/v2`, as people type an address.
    await addUnnamed(seed.origin.replace("http://", ""));
    await bench.window.notification(`${host()} was added.`).waitFor();
    await bench.window.page.keyboard.press("Escape");
    await row("This Computer").waitFor();
    await bench.window.screenshot("servers-nodes");
    // Folds it.
    await row("This Computer").click();
    await row("basic_sunburst_chart").waitFor();
    assert.equal(await rows().count(), 13);
    await row("rating-salary").waitFor();
    assert.match(await row("Load more").innerText(), /10 so far/);
    await bench.window.screenshot("servers-connected");
  });

  it("come page by page, and only from that server", async () => {
    // The recorded page's link names another host.
    await row("Load more").click();
    await row("rainfall by month").waitFor();
    await row("Load more").waitFor({ state: "hidden" });
    assert.equal(await rows().count(), 15);
    assert.equal(listed("/v2/plots").at(-1)?.query.has("cursor"), true);
    await bench.window.screenshot("servers-second-page");
  });

  it("are drawn with the data of their grids", async () => {
    const { window } = bench;
    await row("rainfall by month").click();
    await window.tab("rainfall by month.plotly.json").waitFor();
    await window.preview().drawn();
    await window.preview().title("Rainfall").waitFor();
    assert.equal(await window.preview().drawing.bars.count(), 6);
    await window.screenshot("servers-plot");
  });

  it("are asked for without a name until one is signed in", () => {
    assert.deepEqual(
      seed.requests.filter(({ authorization }) => authorization !== undefined),
      [],
    );
  });

  const failing: readonly (readonly [title: string, failure: Failure & (number | string), text: string])[] = [
    ["fails inside", 500, noList],
    ["answers with a web page", "html", noList],
    ["closes the connection", "close", unreachable],
  ];
  for (const [title, failure, text] of failing) {
    it(`are missed with a reason when the server ${title}, and come back when it is well`, async () => {
      seed.fail("/v2/plots", failure);
      await refresh();
      await node().getByText(text).waitFor();
      await row("This Computer").waitFor();
      await bench.window.screenshot(`servers-${failure}`);

      seed.fail("/v2/plots", undefined);
      await row("Try again").click();
      await row("basic_sunburst_chart").waitFor();
      assert.doesNotMatch(await node().innerText(), new RegExp(text));
    });
  }

  it("are waited for as long as the settings say, and missed with a reason then", async () => {
    seed.fail("/v2/plots", "hang");
    await refresh();
    // Without the setting it would be half a minute.
    await node().getByText(didNotAnswer).waitFor({ timeout: 25_000 });
    await bench.window.screenshot("servers-hang");

    seed.fail("/v2/plots", undefined);
    await row("Try again").click();
    await row("basic_sunburst_chart").waitFor();
  });

  it("are missed with a reason while nothing runs at the address, and come once something does", async () => {
    const { window } = bench;
    const closed = await listen(createTcpServer());
    const { port } = closed.address() as AddressInfo;
    await ended(closed);

    await add(`http://127.0.0.1:${port}/v2`);
    const nothing = window.notification(`Nothing answers at 127.0.0.1:${port}.`);
    await nothing.waitFor();
    await window.screenshot("servers-offline");
    await nothing.getByRole("button", { name: "Add Anyway" }).click();
    await window.quickInput.says("be called?").waitFor();
    await window.quickInput.enter("Sleeper");
    await row("Sleeper").getByText(`${unreachable} · 127.0.0.1:${port}`).waitFor();
    await window.screenshot("servers-offline-node");

    const forwarder = createTcpServer((socket) => {
      const onward = openSocket(Number(new URL(seed.root).port), "127.0.0.1");
      for (const each of [socket, onward]) each.on("error", () => undefined);
      socket.pipe(onward).pipe(socket);
    });
    await listen(forwarder, port);
    try {
      const before = listed("/v2/plots").length;
      await row("Try again").click();
      await listedAfter(before);
      await row("Sleeper").getByText(unreachable).waitFor({ state: "hidden" });
      await window.sideBar.chooseFromRow(publicPlots, "Sleeper", "Remove");
      const question = window.dialog("Remove Sleeper from your servers?");
      await window.screenshot("servers-remove");
      await question.getByRole("button", { name: "Remove" }).click();
      await row("Sleeper").waitFor({ state: "hidden" });
    } finally {
      forwarder.close();
    }
  });

  it("are shown to whom the server knows, after a sign-in", async () => {
    const { window } = bench;
    seed.fail("/v2/plots", 401);
    await refresh();
    await node().getByText("asks you to sign in").waitFor();
    await window.screenshot("servers-401");

    await row("Sign in…").click();
    await window.quickInput.says("Sign In to 127.0.0.1").waitFor();
    await window.quickInput.enter(seedCredentials.username);
    await window.quickInput.says("API key").first().waitFor();
    await window.screenshot("servers-sign-in");
    await window.quickInput.enterSecret("a wrong key");
    const refused = window.notification("does not accept your user name and API key");
    await refused.waitFor();
    await window.screenshot("servers-wrong-key");

    await refused.getByRole("button", { name: "Try Again" }).click();
    await window.quickInput.enter(seedCredentials.username);
    await window.quickInput.typeSecret(seedCredentials.apiKey);
    seed.fail("/v2/plots", undefined);
    await window.page.keyboard.press("Enter");
    await row("basic_sunburst_chart").waitFor();
    const expected = `Basic ${Buffer.from(`${seedCredentials.username}:${seedCredentials.apiKey}`).toString("base64")}`;
    assert.equal(listed("/v2/plots").at(-1)?.authorization, expected);

    await node().getByText(seedCredentials.username).waitFor();
    await window.screenshot("servers-signed-in");
    const before = listed("/v2/plots").length;
    await window.runCommand("Plots: Sign Out");
    const [later] = await listedAfter(before);
    assert.equal(later?.authorization, undefined);
    await row("basic_sunburst_chart").waitFor();
  });

  it("are explained when one was deleted since it was listed", async () => {
    const { window } = bench;
    seed.fail("/v2/plots/XavierYang:16", 404);
    seed.fail("/v2/plots/XavierYang:16/content", 404);
    await row("pandas_table").click();
    const warning = window.notification("The plot XavierYang:16 cannot be opened.");
    await warning.waitFor();
    assert.match(await warning.innerText(), /it was deleted, or it is private/);
    await window.screenshot("servers-deleted");

    const before = listed("/v2/plots").length;
    await warning.getByRole("button", { name: "Refresh List" }).click();
    await listedAfter(before);
    await warning.waitFor({ state: "hidden" });
    await row("basic_sunburst_chart").waitFor();
    await window.closeEditors();
  });

  it("are not looked for at the address of the cloud that has ended", async () => {
    const { window } = bench;
    await add("https://api.plot.ly");
    await window.quickInput.says("which ended on 31 October 2025").waitFor();
    await window.screenshot("servers-retired");
    await window.quickInput.cancel();
    await window.quickInput.box.waitFor({ state: "hidden" });
    assert.ok(await row("basic_sunburst_chart").isVisible());
  });

  it("are not asked for over an open line without a question", async () => {
    const { window } = bench;
    await add("http://plots.example.com");
    const question = window.dialog("your API key and your figures travel unencrypted");
    await question.getByRole("button", { name: "Add Anyway" }).waitFor();
    await window.screenshot("servers-unencrypted");
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "hidden" });
    assert.ok(await row("basic_sunburst_chart").isVisible());
  });

  it("give the whole view back to this computer's when the server is removed", async () => {
    const { window } = bench;
    await window.sideBar.chooseFromRow(publicPlots, host(), "Remove");
    await window.dialog(`Remove ${host()} from your servers?`).getByRole("button", { name: "Remove" }).click();
    await row("basic_sunburst_chart").waitFor({ state: "hidden" });
    await row("This Computer").waitFor({ state: "hidden" });
    await row("Load more").waitFor();
    await window.screenshot("servers-embedded-again");
  });
});

async function listen(server: Server, port = 0): Promise<Server> {
  return await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

async function ended(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
