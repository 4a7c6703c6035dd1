import { commands, type Disposable } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { serverOf } from "../servers/server.ts";
import { SearchBox, type SearchParts } from "./searchBox.ts";

/** Registers "Search Plots", over all servers or over the one whose node it was chosen on. */
export function searchCommand(parts: SearchParts): Disposable {
  return commands.registerCommand(commandIds.searchPlots, (given?: unknown) => {
    const server = serverOf(given);
    new SearchBox(
      parts,
      parts.servers.list().find(({ id }) => id === server?.id),
    ).show();
  });
}
