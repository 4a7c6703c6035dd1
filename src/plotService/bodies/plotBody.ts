import type { PlotRecord } from "../store/plots.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";

/** JSON text of a plot's metadata: the 34 recorded members in the recorded order, then what only the owner sees. */
export function plotText({ file, figure }: PlotRecord, reader: Reader): string {
  return (
    `{${fileMembers(file, "", reader)},"autosize":true,"caption":"","figure":${figure},"height":null,"width":null,` +
    `"user":${reader.owners.of(file.owner).user}${ownerMembers(file, reader.viewer)}}`
  );
}
