import { type QuickPickItem, window } from "vscode";
import type { ViewKind } from "../../editMessages.ts";

interface Choice extends QuickPickItem {
  readonly kinds: readonly ViewKind[];
}

const labels: { readonly [kind in ViewKind]: string } = {
  range: "Ranges of Axes",
  camera: "Camera and Map",
  visibility: "Hidden and Shown Traces",
  rest: "Sliders, Menus and the Rest",
};

/** Asks what of the person's view the figure is to keep. One kind alone is kept unasked; undefined is nothing. */
export async function askWhatToKeep(kinds: readonly ViewKind[]): Promise<readonly ViewKind[] | undefined> {
  if (kinds.length === 0) {
    void window.showInformationMessage("The drawing shows what the figure says: there is no view to keep.");
    return undefined;
  }
  if (kinds.length === 1) return kinds;
  const all: Choice = { label: "All of It", kinds };
  const each = kinds.map((kind): Choice => ({ label: labels[kind], kinds: [kind] }));
  const chosen = await window.showQuickPick([all, ...each], {
    title: "Keep This View",
    placeHolder: "What should the figure keep of how it is shown now?",
  });
  return chosen?.kinds;
}
