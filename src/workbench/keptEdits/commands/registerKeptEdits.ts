import { commands, Disposable, type Uri, window } from "vscode";
import { messageOf } from "../../../figure/model/messageOf.ts";
import { commands as commandIds } from "../../../manifest.ts";
import { activeUri } from "../../editing/activeUri.ts";
import { fileName } from "../../editing/names.ts";
import type { WritingParts } from "../../handEdits/writeEdits.ts";
import { applyAgain, takeBack } from "./applyAgain.ts";
import { copyEdits } from "./copyEdits.ts";
import { showList } from "./handEditList.ts";

/** Registers the commands on the edits that were made of a figure by hand. */
export function registerKeptEdits(parts: WritingParts): Disposable {
  const { kept } = parts;
  const command = (id: keyof typeof commandIds, run: (uri: Uri) => Promise<void>): Disposable =>
    commands.registerCommand(commandIds[id], async (given?: Uri) => {
      const uri = given ?? activeUri();
      if (uri === undefined) return;
      await run(uri).catch((error: unknown) => window.showErrorMessage(messageOf(error)));
    });
  return Disposable.from(
    command("showHandEdits", show),
    command("applyHandEdits", (uri) => applyAgain(uri, parts, () => show(uri))),
    command("forgetHandEdits", (uri) => kept.keep(uri, [])),
    command("saveHandEdits", save),
    command("copyHandEdits", (uri) => copyEdits(uri, parts)),
  );

  async function show(uri: Uri): Promise<void> {
    for (;;) {
      const looked = await kept.look(uri);
      if (looked === undefined) {
        void window.showInformationMessage(`Nothing was changed of ${fileName(uri)} by hand yet.`);
        return;
      }
      const answer = await showList(uri, looked);
      if (answer === undefined) return;
      if (answer.act !== "undo") {
        const ids = { copy: "copyHandEdits", save: "saveHandEdits", forget: "forgetHandEdits" } as const;
        await commands.executeCommand(commandIds[ids[answer.act]], uri);
        return;
      }
      await takeBack(uri, answer.edit, parts);
    }
  }

  async function save(uri: Uri): Promise<void> {
    if ((await kept.of(uri)).length === 0) {
      void window.showInformationMessage(`Nothing was changed of ${fileName(uri)} by hand yet.`);
      return;
    }
    if (uri.scheme === "untitled") {
      void window.showInformationMessage("Save the figure first: its edits are kept beside it.");
      return;
    }
    const written = await kept.saveBeside(uri);
    void window.showInformationMessage(
      `The edits are kept in ${fileName(written)} from now on. Run \u201cplot-files edits apply\u201d to make them again in a script.`,
    );
  }
}
