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

/** Remembers the port that was used instead of the usual one, to try it first the next time. */
const insteadKey = "plots.apiServer.insteadPort";

export interface ApiServerParts {
  readonly server: ApiServer;
  readonly page: ScriptPage;
  readonly memory: Memento;
  readonly log: LogOutputChannel;
}

interface Reached {
  readonly access: ApiAccess;
  /** A sentence that the person should read. */
  readonly note?: string;
  /** Whether another window runs it. */
  readonly elsewhere?: boolean;
}

/** Registers the commands that start and stop the API server and that show how a script reaches it. */
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

  /** Another window serves the same plots. A server of this window's own ends with this window, so the person chooses. */
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

  /** Starts it at this port, or where the person says; undefined where they gave up. */
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
      `${error.sentence} Scripts that use this port do not find the API server at another one.`,
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

  /** Starts it with the window. Nothing is said when that works, since the status bar shows it. */
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
      { label: "$(debug-stop) Stop API Server", detail: "Scripts can no longer reach it", run: () => server.stop() },
      { label: "$(gear) Change Port and Origins", detail: "In the settings", run: () => openSettings() },
    ];
    const chosen = await window.showQuickPick(items, { title: `API Server at ${access.url}` });
    await chosen?.run();
  }

  /** Starts it anew, so that a changed setting takes effect at once. */
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

/** Whether the person has set this setting. Another value is then not ours to choose. */
function isChosen(name: string): boolean {
  return workspace.getConfiguration("plots").inspect(name)?.globalValue !== undefined;
}

async function openSettings(): Promise<void> {
  await commands.executeCommand("workbench.action.openSettings", "plots.apiServer");
}
