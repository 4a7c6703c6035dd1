import { commands, Uri, window, workspace } from "vscode";
import type { Figure } from "../../../figure/model/figure.ts";
import { figureFileText } from "../../../figure/data/charts/figureFileText.ts";
import { longWork } from "../../tasks/longWork.ts";
import { messageOf } from "../../../figure/model/messageOf.ts";

/** Writes a figure to a new file beside the CSV file, or where the person says, and opens it. */
export async function writeFigureFile(figure: Figure, name: string, csv: Uri | undefined): Promise<void> {
  const text = await longWork(`Writing ${name}.plotly.json`, figureFileText(figure), () => true);
  if (text === undefined) return;
  const uri = csv === undefined ? await askPlace(name) : await freeName(Uri.joinPath(csv, ".."), name);
  if (uri === undefined) return;
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    void window.showErrorMessage(`The figure file was not written: ${messageOf(error)}`);
    return;
  }
  await commands.executeCommand("vscode.open", uri);
}

/** "tides.plotly.json", or "tides-2.plotly.json" where that exists, so that nothing is overwritten. */
export async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count++) {
    const uri = Uri.joinPath(folder, `${name}${count === 1 ? "" : `-${count}`}.plotly.json`);
    const isTaken = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isTaken) return uri;
  }
}

async function askPlace(name: string): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = name.replaceAll(/[\\/:*?"<>|]/g, "-");
  return window.showSaveDialog({
    title: "Create Figure File",
    filters: { "Plotly figures": ["plotly.json", "plotly"] },
    ...(folder !== undefined && { defaultUri: await freeName(folder, file) }),
  });
}
