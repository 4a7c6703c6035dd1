import { commands, Disposable, type Uri } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { writeSetting } from "../settings.ts";
import { compareDrawings } from "../opening/compareDrawings.ts";
import { copyPicture } from "./copyPicture.ts";
import { openDrawing, switchDrawing } from "../opening/openDrawing.ts";
import { openFiguresAs } from "../opening/openingAs.ts";
import type { Previews } from "./previews.ts";
import { revealInText } from "../editing/revealInText.ts";
import { savePicture } from "./savePicture.ts";
import { saveText } from "../opening/saveText.ts";

/** Registers the commands on the figure at hand: preview, text, pictures, colours. */
export function registerFigureCommands(previews: Previews): Disposable {
  const save = (format: "png" | "svg") => async () => {
    if (previews.active !== undefined) await savePicture(previews.active, format);
  };
  const theme = (value: "authored" | "editor") => () => writeSetting("preview.theme", value);
  return Disposable.from(
    commands.registerCommand(commandIds.openPreview, (uri?: Uri) => openDrawing(uri ?? activeUri())),
    commands.registerCommand(commandIds.switchPreview, () => switchDrawing()),
    commands.registerCommand(commandIds.openText, (uri?: Uri) =>
      openText(uri ?? previews.active?.source.uri ?? activeUri()),
    ),
    commands.registerCommand(commandIds.saveText, saveText),
    commands.registerCommand(commandIds.compareDrawings, compareDrawings),
    commands.registerCommand(commandIds.openAsText, () => openFiguresAs("text")),
    commands.registerCommand(commandIds.openAsDrawing, () => openFiguresAs("drawing")),
    commands.registerCommand(commandIds.savePng, save("png")),
    commands.registerCommand(commandIds.saveSvg, save("svg")),
    commands.registerCommand(commandIds.copyPicture, async () => {
      if (previews.active !== undefined) await copyPicture(previews.active);
    }),
    commands.registerCommand(commandIds.themeEditor, theme("editor")),
    commands.registerCommand(commandIds.themeAuthored, theme("authored")),
  );
}

async function openText(uri: Uri | undefined): Promise<void> {
  if (uri !== undefined) await revealInText(uri, undefined);
}
