import { commands, Disposable, type TextDocument, type Uri, window, workspace } from "vscode";
import { messageOf } from "../../figure/model/messageOf.ts";
import { commands as commandIds } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import type { WritingParts } from "../handEdits/writeEdits.ts";
import type { Servers } from "../servers/servers.ts";
import { addPicture } from "./addPicture.ts";
import { addTrace, placeTrace, type TracePlace } from "./addTrace.ts";

/** Registers what is added to a figure after questions: a trace of a table, a picture. */
export function registerAdding(parts: WritingParts, servers: Servers): Disposable {
  const connect = async () => {
    const connected = await servers.preferred();
    if (connected.ok) return connected.value;
    void window.showErrorMessage(connected.error.sentence);
    return undefined;
  };
  return Disposable.from(
    commands.registerCommand(commandIds.addTrace, (uri?: Uri, place?: TracePlace) =>
      withText(uri, (document) =>
        place === undefined || Object.keys(place.axes ?? {}).length === 0
          ? addTrace(document, { ...parts, connect })
          : placeTrace(document, { ...parts, connect }, place),
      ),
    ),
    commands.registerCommand(commandIds.addPicture, (uri?: Uri) =>
      withText(uri, (document) => addPicture(document, parts)),
    ),
  );
}

async function withText(given: Uri | undefined, add: (document: TextDocument) => Promise<void>): Promise<void> {
  const uri = given ?? activeUri();
  if (uri === undefined) return;
  let document: TextDocument;
  try {
    document = await workspace.openTextDocument(uri);
  } catch (error) {
    void window.showErrorMessage(`The figure cannot be changed: ${messageOf(error)}`);
    return;
  }
  await add(document);
}
