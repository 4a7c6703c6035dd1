import { ConfigurationTarget, Uri, window, workspace, WorkspaceEdit, Range } from "vscode";
import type { ProblemCode } from "../../figure/model/problem.ts";
import { parseRuleFile, readRuleSettings, ruleFileName, withRuleOff } from "../../figure/checks/ruleSettings.ts";
import { plotScheme } from "../../manifest.ts";
import { fileName } from "../editing/names.ts";
import { pathBelow, type RuleFileRead, type RuleFiles } from "./ruleFiles.ts";

/** The figures for which a rule is switched off: this one, those of its folder, or all that this person looks at. */
export type RuleScope = "file" | "folder" | "person";

export interface RuleSwitchOffer {
  readonly scope: RuleScope;
  readonly title: string;
}

/** Whether something can be written beside the figure. */
function hasFolder({ scheme }: Uri): boolean {
  return scheme !== plotScheme && scheme !== "untitled" && workspace.fs.isWritableFileSystem(scheme) !== false;
}

/** The ways to switch off a rule that found something in this figure, the narrowest first. */
export async function switchOffers(files: RuleFiles, figure: Uri, code: ProblemCode): Promise<RuleSwitchOffer[]> {
  const off = `Switch off “${code}”`;
  const mine: RuleSwitchOffer = { scope: "person", title: `${off} for me` };
  if (!hasFolder(figure)) return [mine];
  const nearest = await files.nearest(figure);
  const folder = Uri.joinPath(nearest?.uri ?? figure, "..");
  const offers: RuleSwitchOffer[] = [
    { scope: "file", title: `${off} for this file` },
    { scope: "folder", title: `${off} in the folder “${fileName(folder)}”` },
  ];
  // The folder's file overrides the person's own settings.
  return nearest?.rules[code] === undefined ? [...offers, mine] : offers;
}

/** Switches the rule off, or tells the person why that cannot be done. */
export async function switchOff(files: RuleFiles, figure: Uri, code: ProblemCode, scope: RuleScope): Promise<void> {
  if (scope === "person") {
    await switchOffInSettings(figure, code);
    return;
  }
  const nearest = await files.nearestNow(figure);
  const uri = nearest?.uri ?? Uri.joinPath(figure, "..", ruleFileName);
  const name = scope === "file" ? pathBelow(uri, figure) : undefined;
  const written = await write(uri, nearest, code, name).catch(() => "refused" as const);
  if (written === "refused") {
    void window.showErrorMessage(
      `Nothing was switched off: ${ruleFileName} cannot be written in ${fileName(Uri.joinPath(uri, ".."))}.`,
    );
  }
  if (written !== "written") return;
  files.forget(uri);
  const where = scope === "file" ? fileName(figure) : `the folder “${fileName(Uri.joinPath(uri, ".."))}”`;
  const open = await window.showInformationMessage(
    `“${code}” is now off for ${where}, for everybody who works on it. ${ruleFileName} says so.`,
    `Open ${ruleFileName}`,
  );
  if (open !== undefined) await window.showTextDocument(uri);
}

/** Switches it off in the user's settings, or in the workspace's where those set the rule and so hide the user's. */
async function switchOffInSettings(figure: Uri, code: ProblemCode): Promise<void> {
  const configuration = workspace.getConfiguration("plots", figure);
  const inspected = configuration.inspect("diagnostics.rules");
  const layers = [
    [ConfigurationTarget.WorkspaceFolder, readRuleSettings(inspected?.workspaceFolderValue)],
    [ConfigurationTarget.Workspace, readRuleSettings(inspected?.workspaceValue)],
  ] as const;
  const hiding = layers.find(([, rules]) => rules[code] !== undefined);
  const [target, own] = hiding ?? [ConfigurationTarget.Global, readRuleSettings(inspected?.globalValue)];
  await configuration.update("diagnostics.rules", { ...own, [code]: "off" }, target);
}

/** Writes the rule file. "faulty" where it has a mistake, which the person is told. Rejects where it cannot be read. */
async function write(
  uri: Uri,
  there: RuleFileRead | undefined,
  code: ProblemCode,
  figure: string | undefined,
): Promise<"written" | "faulty" | "refused"> {
  const edit = new WorkspaceEdit();
  if (there === undefined) {
    const contents = new TextEncoder().encode(withRuleOff("{}", code, figure));
    edit.createFile(uri, { contents });
    return (await workspace.applyEdit(edit)) ? "written" : "refused";
  }
  // The text that a person is typing there counts. Otherwise the file does, since VS Code's text of it may be older.
  const typed = workspace.textDocuments.find((each) => each.isDirty && each.uri.toString() === uri.toString());
  const text = typed?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
  if (!parseRuleFile(text).ok) {
    const open = `Open ${ruleFileName}`;
    const sentence = `Nothing was switched off: ${ruleFileName} has a mistake. Mend it first.`;
    if ((await window.showErrorMessage(sentence, open)) === open) await window.showTextDocument(uri);
    return "faulty";
  }
  const without = withRuleOff(text, code, figure);
  if (typed === undefined) {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(without));
    return "written";
  }
  edit.replace(uri, new Range(typed.positionAt(0), typed.positionAt(text.length)), without);
  return (await workspace.applyEdit(edit)) && (await typed.save()) ? "written" : "refused";
}
