import { commands, Disposable, env, type QuickPickItem, Uri, window, workspace } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { fileName } from "../editing/names.ts";
import type { FigureTree } from "./figureTree.ts";

/** Registers the commands on a row of the workspace's figures that other figures do not have. */
export function registerFigureRowCommands(figures: FigureTree): Disposable {
  const onFile = (id: string, act: (uri: Uri) => unknown) =>
    commands.registerCommand(id, (given?: unknown) => {
      const uri = given instanceof Uri ? given : activeUri();
      return uri === undefined ? undefined : act(uri);
    });
  return Disposable.from(
    commands.registerCommand(commandIds.refreshWorkspace, () => figures.refresh()),
    onFile(commandIds.revealFigure, (uri) => commands.executeCommand("revealInExplorer", uri)),
    onFile(commandIds.copyFigurePath, (uri) => env.clipboard.writeText(uri.scheme === "file" ? uri.fsPath : uri.path)),
    onFile(commandIds.copyFigureRelativePath, (uri) => env.clipboard.writeText(workspace.asRelativePath(uri))),
    onFile(commandIds.compareFigure, (uri) => compare(uri, figures)),
  );
}

/** Opens VS Code's comparison of two figures' texts, with the chosen file on the left as the older one. */
async function compare(uri: Uri, figures: FigureTree): Promise<void> {
  const others = (await figures.all()).filter((other) => other.toString() !== uri.toString());
  const items = others.map((other): QuickPickItem & { readonly uri: Uri } => {
    const path = workspace.asRelativePath(other);
    const cut = path.lastIndexOf("/");
    return { label: `$(graph) ${path.slice(cut + 1)}`, description: path.slice(0, Math.max(0, cut)), uri: other };
  });
  if (items.length === 0) {
    void window.showInformationMessage("There is no other figure in this workspace to compare with.");
    return;
  }
  const chosen = await window.showQuickPick(items, {
    title: `Compare ${fileName(uri)} With…`,
    placeHolder: "The figure to compare with",
    matchOnDescription: true,
  });
  if (chosen === undefined) return;
  const title = `${fileName(chosen.uri)} ↔ ${fileName(uri)}`;
  await commands.executeCommand("vscode.diff", chosen.uri, uri, title);
}
