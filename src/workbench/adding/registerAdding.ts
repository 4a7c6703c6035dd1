import { commands, Disposable, type Uri } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { documentFor } from "../fixes/editableFigure.ts";
import type { WritingParts } from "../handEdits/writeEdits.ts";
import { preferredOrTell } from "../servers/serverPicker.ts";
import type { Servers } from "../servers/servers.ts";
import { addPicture } from "./addPicture.ts";
import { addTrace, placeTrace, type TracePlace } from "./addTrace.ts";

/** Registers what is added to a figure after questions: a trace of a table, a picture. */
export function registerAdding(parts: WritingParts, servers: Servers): Disposable {
  const withServer = { ...parts, connect: () => preferredOrTell(servers) };
  return Disposable.from(
    commands.registerCommand(commandIds.addTrace, async (uri?: Uri, place?: TracePlace) => {
      const document = await documentFor(uri);
      if (document === undefined) return;
      // A menu of VS Code hands over something else there.
      if (place === undefined || Object.keys(place.axes ?? {}).length === 0) await addTrace(document, withServer);
      else await placeTrace(document, withServer, place);
    }),
    commands.registerCommand(commandIds.addPicture, async (uri?: Uri) => {
      const document = await documentFor(uri);
      if (document !== undefined) await addPicture(document, parts);
    }),
  );
}
