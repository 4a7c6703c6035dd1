import { workspace } from "vscode";
import { plotScheme } from "../../manifest.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import type { ToWebview } from "../../protocol.ts";

type Obstacle = Pick<Extract<ToWebview, { type: "editing" }>, "obstacle" | "action">;

const copy = { id: "editCopy", label: "Edit a Copy" } as const;

/** Why a figure cannot be edited on its drawing, and what the person can do instead; undefined where it can. */
export async function obstacleToEditing({ uri, canEdit }: FigureSource): Promise<Obstacle | undefined> {
  if (uri.scheme === plotScheme)
    return { obstacle: "This plot is on a server, and cannot be changed there.", action: copy };
  if (uri.scheme === "untitled") return undefined;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false)
    return { obstacle: "This file cannot be written where it is.", action: copy };
  const size = await workspace.fs.stat(uri).then(
    (stat) => stat.size,
    () => 0,
  );
  if (size > textDocumentLimit)
    return { obstacle: "This file is over 50 MB, which VS Code does not open as a text that can be changed." };
  return canEdit ? undefined : { obstacle: "This figure cannot be changed here.", action: copy };
}
