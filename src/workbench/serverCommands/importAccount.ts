import { commands, Disposable, window } from "vscode";
import { commands as commandIds, contextKeys } from "../../manifest.ts";
import type { PlotViews } from "../plotsView/plotViews.ts";
import { type PlotlyAccount, plotlyAccount, type ReadPlotlyFiles } from "./plotlyFiles.ts";
import { serverEntry } from "../servers/server.ts";
import { saveServer } from "../servers/serverSettings.ts";
import type { Servers } from "../servers/servers.ts";
import { checkCredentials, keepAccount } from "./signIn.ts";

/** Registers the import of the server and account of Plotly's Python client. `read` is undefined where there is no Node. */
export function registerImportAccount(
  servers: Servers,
  plots: PlotViews,
  read: ReadPlotlyFiles | undefined,
): Disposable {
  void commands.executeCommand("setContext", contextKeys.onNode, read !== undefined);
  return commands.registerCommand(commandIds.importAccount, () => importAccount(servers, plots, read));
}

async function importAccount(servers: Servers, plots: PlotViews, read: ReadPlotlyFiles | undefined): Promise<void> {
  if (read === undefined) {
    void window.showInformationMessage(
      "A browser cannot read the files of Plotly's Python client. Use “Plots: Add Server…”.",
    );
    return;
  }
  const files = await read().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (files instanceof Error) {
    void window.showErrorMessage(`The files of Plotly's Python client cannot be read: ${files.message}`);
    return;
  }
  const found = plotlyAccount(files);
  if (!found.ok) {
    const add = await window.showWarningMessage(found.error.sentence, "Add Server…");
    if (add !== undefined) await commands.executeCommand(commandIds.addServer);
    return;
  }
  const take = await window.showInformationMessage(
    `Take over the server and account of Plotly's Python client, from ${files.folder}?`,
    { modal: true, detail: inventory(found.value) },
    "Take Over",
  );
  if (take === undefined) return;
  await takeOver(found.value, servers, plots);
}

/** Lists all that would be taken over, without the key itself. */
function inventory({ root, credentials, warning, uncheckedCertificate }: PlotlyAccount): string {
  const account =
    credentials === undefined
      ? ["No user name and API key: the client was not signed in."]
      : [
          `User name: ${credentials.username}`,
          "API key: checked with the server, then kept in VS Code's secret storage.",
        ];
  const certificate = uncheckedCertificate ? ["The client does not check the server's certificate; VS Code does."] : [];
  const notes = warning === undefined ? certificate : [...certificate, warning];
  return [`Server: ${root}`, ...account, ...notes.map((note) => `\n${note}`)].join("\n");
}

async function takeOver({ root, credentials }: PlotlyAccount, servers: Servers, plots: PlotViews): Promise<void> {
  const known = servers.list().find((server) => server.root === root);
  const server = known ?? serverEntry({ url: root });
  if (known === undefined) await plots.showAdded(server.id, () => saveServer(root, undefined));
  if (credentials === undefined) return;
  const checked = await checkCredentials(servers, server, credentials);
  if (checked === undefined) return;
  if (checked !== "accepted") {
    const sign = await window.showErrorMessage(
      `${server.label} is now one of your servers, but you are not signed in. ${checked.sentence}`,
      "Sign In…",
    );
    if (sign !== undefined) await commands.executeCommand(commandIds.signIn, server);
    return;
  }
  const account = await keepAccount(servers, server, credentials);
  if (account !== undefined)
    void window.showInformationMessage(`You are signed in to ${server.label} as ${account.username}.`);
}
