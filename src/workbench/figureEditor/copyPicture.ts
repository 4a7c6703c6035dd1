import { window } from "vscode";
import type { Preview } from "./preview.ts";
import { pictureScale, savePicture } from "./savePicture.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** Puts the drawing on the clipboard as a picture, to paste into a document or a chat. */
export async function copyPicture(preview: Preview): Promise<void> {
  try {
    await preview.copyPicture(pictureScale);
  } catch (error) {
    const reason = messageOf(error);
    const save = await window.showErrorMessage(`The picture was not copied. ${reason}`, "Save as PNG…");
    if (save !== undefined) await savePicture(preview, "png");
    return;
  }
  window.setStatusBarMessage("$(check) The picture is on the clipboard.", 4000);
}
