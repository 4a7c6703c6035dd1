import {
  commands,
  Disposable,
  env,
  type LogOutputChannel,
  type Memento,
  type QuickPickItem,
  window,
  workspace,
} from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { ApiServer, Started } from "./apiServer.ts";
import type { ScriptPage } from "./scriptPage.ts";
import type { ApiAccess } from "./scripts.ts";

/** The port that was taken instead of the usual one: the next time the same one is tried first. */
const insteadKey = "plots.apiServer.insteadPort";

export interface ApiServerParts {
  readonly server: ApiServer;
  readonly page: ScriptPage;
  readonly memory: Memento;
  readonly log: LogOutputChannel;
}

interface Reached {
  readonly access: ApiAccess;
  /** What the person should know. */
  readonly note?: string;
  /** Another window runs it. */
  readonly elsewhere?: boolean;
}

/** Starting and stopping the API server, and what a script needs to reach it. */
export function registerApiServerCommands({ server, page, memory, log }: ApiServerParts): Disposable {
  async function startByHand(): Promise<void> {
    const started = await start(readSetting("apiServer.port"));
    if (started === undefined) return;
    const { access, note, elsewhere = false } = started;
    if (elsewhere) return offerAnother(access, note);
    const connect = await window.showInformationMessage(
      note ?? `The API server runs at ${access.url}. Scripts on this computer can publish plots there.`,
      "Connect a Script",
    );
    if (connect !== undefined) await page.show(access);
  }

  /** It is all one which window a script publishes through; this one's own lives as long as this one. */
  async function offerAnother(access: ApiAccess, note = ""): Promise<void> {
    const answer = await window.showInformationMessage(note, "Connect a Script", "Start Another Here");
    if (answer === undefined) return;
    const own = answer === "Start Another Here" ? reached(await server.start(0)) : { access };
    if (own !== undefined) await page.show(own.access);
  }

  async function connectScript(): Promise<void> {
    if (server.access !== undefined) return page.show(server.access);
    const started = await start(readSetting("apiServer.port"));
    if (started === undefined) return;
    await page.show(started.access);
    if (started.note !== undefined) void window.showInformationMessage(started.note);
  }

  /** Undefined where the person gave up. */
  async function start(port: number): Promise<Reached | undefined> {
    const started = await server.start(port);
    if (started.ok) return { access: started.value };
    const { error } = started;
    if (error.access !== undefined) return { access: error.access, note: error.sentence, elsewhere: true };
    if (error.code === "port-taken" && !isChosen("apiServer.port")) return insteadOf(port);
    if (error.code !== "port-taken" && error.code !== "port-refused") {
      const look = await window.showErrorMessage(error.sentence, "Show Log");
      if (look !== undefined) log.show();
      return undefined;
    }
    const answer = await window.showWarningMessage(
      `${error.sentence} Scripts that know the API server by this port do not find it at another one.`,
      "Use Another Port Now",
      "Change the Setting",
    );
    if (answer === "Use Another Port Now") return insteadOf(port);
    if (answer !== undefined) await openSettings();
    return undefined;
  }

  async function insteadOf(port: number): Promise<Reached | undefined> {
    const last = memory.get<number>(insteadKey) ?? 0;
    const first = await server.start(last);
    const instead = reached(first.ok || last === 0 ? first : await server.start(0));
    if (instead === undefined) return undefined;
    const { url } = instead.access;
    await memory.update(insteadKey, Number(new URL(url).port));
    const note = `Port ${port} is taken by another program, so the API server runs at ${url} for now. Scripts need this address.`;
    return { ...instead, note };
  }

  function reached(started: Started): Reached | undefined {
    if (started.ok) return { access: started.value };
    void window.showErrorMessage(started.error.sentence);
    return undefined;
  }

  /** Without a word where all is as usual: the status bar tells. */
  async function startWithWindow(): Promise<void> {
    const port = readSetting("apiServer.port");
    const started = await server.start(port);
    if (started.ok) return;
    log.info(`The API server was not started with the window: ${started.error.sentence}`);
    if (started.error.code === "served-already") return;
    const again = await window.showWarningMessage(
      started.error.sentence,
      "Start at Another Port",
      "Change the Setting",
    );
    if (again === "Start at Another Port") {
      const instead = await insteadOf(port);
      if (instead?.note !== undefined) void window.showInformationMessage(instead.note);
    } else if (again !== undefined) await openSettings();
  }

  async function menu(): Promise<void> {
    const { access } = server;
    if (access === undefined) return startByHand();
    const items: readonly (QuickPickItem & { readonly run: () => unknown })[] = [
      { label: "$(code) Connect a Script", detail: "Lines for Python, R and curl", run: () => page.show(access) },
      { label: "$(copy) Copy Address", detail: access.url, run: () => env.clipboard.writeText(access.url) },
      { label: "$(debug-stop) Stop API Server", detail: "Scripts find it no more", run: () => server.stop() },
      { label: "$(gear) Change Port and Origins", detail: "In the settings", run: () => openSettings() },
    ];
    const chosen = await window.showQuickPick(items, { title: `API Server at ${access.url}` });
    await chosen?.run();
  }

  /** A changed setting is in force at once where the server runs. */
  async function restart(): Promise<void> {
    if (server.access === undefined) return;
    await server.stop();
    await startByHand();
  }

  page.follow(server.access);
  if (readSetting("apiServer.autoStart")) void startWithWindow();
  return Disposable.from(
    server.onDidChange(() => page.follow(server.access)),
    onDidChangeSetting(["apiServer.port", "apiServer.allowedOrigins"], () => void restart()),
    commands.registerCommand(commandIds.startApiServer, () => startByHand()),
    commands.registerCommand(commandIds.stopApiServer, () => server.stop()),
    commands.registerCommand(commandIds.connectScript, () => connectScript()),
    commands.registerCommand(commandIds.apiServerMenu, () => menu()),
  );
}

/** Whether the person set it, so that it is not ours to take another. */
function isChosen(name: string): boolean {
  return workspace.getConfiguration("plots").inspect(name)?.globalValue !== undefined;
}

async function openSettings(): Promise<void> {
  await commands.executeCommand("workbench.action.openSettings", "plots.apiServer");
}
