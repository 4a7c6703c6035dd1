import type { PlotRecord } from "../store/plots.ts";
import { fileBody, ownerBody } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";
import { joinObjects, memberText } from "./jsonText.ts";
import { userBody } from "./userBody.ts";

/** JSON text of a plot's metadata: the 34 recorded members in the recorded order, then what only the owner sees. */
export function plotText({ file, figure }: PlotRecord, reader: Reader): string {
  const user = userBody(file.owner, reader.links);
  return joinObjects(
    JSON.stringify({ ...fileBody(file, "", reader), autosize: true, caption: "" }),
    memberText("figure", figure),
    JSON.stringify({ height: null, width: null, user, ...ownerBody(file, reader.viewer) }),
  );
}
