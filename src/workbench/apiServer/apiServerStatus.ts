import { Disposable, MarkdownString, StatusBarAlignment, window } from "vscode";
import { commands } from "../../manifest.ts";
import type { ApiServer } from "./apiServer.ts";

/** Shows the API server's port in the status bar while it runs. A click offers what can be done with it. */
export function showApiServerStatus(server: ApiServer): Disposable {
  const item = window.createStatusBarItem("plots.apiServer", StatusBarAlignment.Right, 90);
  item.name = "Plots API Server";
  item.command = commands.apiServerMenu;
  const follow = (): void => {
    const { access, starting } = server;
    if (starting) {
      item.text = "$(loading~spin) Plots API";
      item.tooltip = "The API server is starting.";
      item.accessibilityInformation = { label: "Plots API server is starting" };
      item.show();
    } else if (access === undefined) {
      item.hide();
    } else {
      item.text = `$(broadcast) Plots API ${new URL(access.url).port}`;
      item.tooltip = new MarkdownString(
        `Scripts on this computer can publish plots to ${access.url}.\n\nChoose this to connect a script, to copy the address or to stop the API server.`,
      );
      item.accessibilityInformation = { label: `Plots API server at ${access.url}`, role: "button" };
      item.show();
    }
  };
  follow();
  return Disposable.from(item, server.onDidChange(follow));
}
