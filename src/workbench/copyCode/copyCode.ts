import { commands, Disposable, env, Uri, window, workspace } from "vscode";
import { obstacleOf } from "../../figure/checks/check.ts";
import { type CodeLanguage, figureCodeInSteps, languageNames } from "../../figure/code/figureCode.ts";
import { messageOf } from "../../figure/model/messageOf.ts";
import { formatSize } from "../../figure/model/sizes.ts";
import { scanInSlices } from "../../figure/text/scan/scan.ts";
import { drawnFigureInSteps } from "../../figure/text/structure/figureText.ts";
import { commands as commandIds } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { fileName } from "../editing/names.ts";
import { plainWords } from "../editing/plainWords.ts";
import { revealInText } from "../editing/revealInText.ts";
import type { Span } from "../../figure/model/span.ts";
import { longWork } from "../tasks/longWork.ts";
import { figureTextAt } from "./figureText.ts";

/** Longer code is not put on the clipboard before the person says so: other programs may choke on it. */
const MOST_ON_CLIPBOARD = 10_000_000;

const extensions: Readonly<Record<CodeLanguage, string>> = { python: "py", javascript: "js", r: "R" };

/** Registers the commands that copy a figure as code. */
export function registerCopyCode(): Disposable {
  const copy = (language: CodeLanguage) => (given?: unknown) =>
    copyFigure(given instanceof Uri ? given : activeUri(), language);
  return Disposable.from(
    commands.registerCommand(commandIds.copyPython, copy("python")),
    commands.registerCommand(commandIds.copyJavascript, copy("javascript")),
    commands.registerCommand(commandIds.copyR, copy("r")),
  );
}

async function copyFigure(uri: Uri | undefined, language: CodeLanguage): Promise<void> {
  if (uri === undefined) {
    void window.showInformationMessage("Open a figure first: this command works on the figure in the active editor.");
    return;
  }
  const name = fileName(uri);
  const title = `Writing ${name} as ${languageNames[language]}`;
  try {
    const steps = codeOf(await figureTextAt(uri), language);
    const made = await longWork(title, steps, () => true);
    if (made === undefined) return;
    if (typeof made === "string") await handOn(uri, made, language);
    else {
      const sentence = plainWords(`The figure cannot be written as ${languageNames[language]}. ${made.message}`);
      const show = await window.showErrorMessage(sentence, "Show in Text");
      if (show !== undefined) await revealInText(uri, made.span);
    }
  } catch (error) {
    void window.showErrorMessage(`The figure was not copied. ${messageOf(error)}`);
  }
}

/** The code, or why there is none. */
function* codeOf(
  text: string,
  language: CodeLanguage,
): Generator<unknown, string | { readonly message: string; readonly span: Span }> {
  const outline = yield* scanInSlices(text);
  const obstacle = obstacleOf(outline);
  if (obstacle !== undefined) return obstacle;
  return yield* figureCodeInSteps(yield* drawnFigureInSteps(text, outline), language);
}

/** Copies code; asks first where it is very long. */
async function handOn(figure: Uri, code: string, language: CodeLanguage): Promise<void> {
  const languageName = languageNames[language];
  if (code.length > MOST_ON_CLIPBOARD) {
    const question = `The figure is ${formatSize(code.length)} of ${languageName}, which is much for a clipboard.`;
    const answer = await window.showWarningMessage(question, { modal: true }, "Save as File…", "Copy Anyway");
    if (answer === "Save as File…") await save(figure, code, language);
    if (answer !== "Copy Anyway") return;
  }
  await env.clipboard.writeText(code);
  window.setStatusBarMessage(`$(check) The figure is on the clipboard as ${languageName}.`, 4000);
}

async function save(figure: Uri, code: string, language: CodeLanguage): Promise<void> {
  const extension = extensions[language];
  const path = figure.path.replace(/(?:\.plotly)?(?:\.json)?$/i, `.${extension}`);
  const uri = await window.showSaveDialog({
    ...(figure.scheme === "file" && { defaultUri: figure.with({ path }) }),
    filters: { [languageNames[language]]: [extension] },
  });
  if (uri !== undefined) await workspace.fs.writeFile(uri, new TextEncoder().encode(code));
}
