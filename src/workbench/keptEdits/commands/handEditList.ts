import { type QuickInputButton, QuickPickItemKind, type QuickPickItem, ThemeIcon, type Uri, window } from "vscode";
import type { AppliedEdits } from "../../../figure/edits/kept/apply.ts";
import { partWords } from "../../../figure/edits/kept/findPart.ts";
import type { HandEdit } from "../../../figure/edits/kept/handEdit.ts";
import { aboutOf } from "../../../figure/edits/kept/merge.ts";
import type { Json } from "../../../figure/model/figure.ts";
import { fileName } from "../../editing/names.ts";
import { plainWords } from "../../editing/plainWords.ts";

interface EditItem extends QuickPickItem {
  readonly edit?: HandEdit;
}

/** What a person does with the list of edits. */
export type ListAct = { readonly act: "undo"; readonly edit: HandEdit } | { readonly act: "copy" | "save" | "forget" };

const undo: QuickInputButton = { iconPath: new ThemeIcon("discard"), tooltip: "Take This Edit Back" };
const copy: QuickInputButton = { iconPath: new ThemeIcon("copy"), tooltip: "Copy Edits as Code…" };
const save: QuickInputButton = { iconPath: new ThemeIcon("save"), tooltip: "Save Beside the Figure" };
const forget: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Forget All" };

/** Shows the edits of a figure: what became of each since, and what can be done with it. Undefined where nothing is done. */
export function showList(uri: Uri, looked: AppliedEdits): Promise<ListAct | undefined> {
  const pick = window.createQuickPick<EditItem>();
  pick.title = `Hand Edits of ${fileName(uri)}`;
  pick.placeholder = "Search the edits. Enter takes the chosen one back.";
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = [copy, save, forget];
  pick.items = itemsOf(looked);
  return new Promise((resolve) => {
    const settle = (answer: ListAct | undefined): void => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidTriggerItemButton(({ item: { edit } }) => edit && settle({ act: "undo", edit }));
    pick.onDidAccept(() => {
      const edit = pick.selectedItems[0]?.edit;
      if (edit !== undefined) settle({ act: "undo", edit });
    });
    pick.onDidTriggerButton((button) =>
      settle({ act: button === copy ? "copy" : button === save ? "save" : "forget" }),
    );
    pick.onDidHide(() => settle(undefined));
    pick.show();
  });
}

function itemsOf({ already, applied, lost, changed }: AppliedEdits): EditItem[] {
  const told = (edit: HandEdit, why?: string): EditItem => ({
    label: `$(${why === undefined ? "edit" : "warning"}) ${wordsOf(edit)}`,
    description: changeOf(edit),
    ...(why !== undefined && { detail: plainWords(why) }),
    edit,
    buttons: [undo],
  });
  const groups: readonly (readonly [string, readonly EditItem[]])[] = [
    ["in the figure", already.map((edit) => told(edit))],
    ["not in the figure as it is now", applied.map((edit) => told(edit))],
    ["changed by somebody else since", changed.map(({ edit, why }) => told(edit, why))],
    ["without their part", lost.map(({ edit, why }) => told(edit, why))],
  ];
  return groups.flatMap(([label, items]) =>
    items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items],
  );
}

function wordsOf(edit: HandEdit): string {
  const { part, attribute = "" } = edit;
  if (part === undefined) return aboutOf(edit);
  const whole = plainWords(partWords(part));
  return attribute === "" ? whole : `${whole}: ${attribute}`;
}

/** "red → blue". */
function changeOf({ before, after, removed, moved, copied }: HandEdit): string {
  if (removed === true) return "removed";
  if (moved !== undefined) return `moved from place ${moved.from} to ${moved.to}`;
  if (copied !== undefined) return `copied to place ${copied}`;
  if (before === undefined) return `set to ${short(after)}`;
  return after === undefined ? `${short(before)} removed` : `${short(before)} → ${short(after)}`;
}

function short(value: Json | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
