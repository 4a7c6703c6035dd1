import { Uri } from "vscode";
import type { FilePart, Place } from "../../figure/data/stream/filePart.ts";
import { formatNumber } from "../../figure/model/counts.ts";
import { partScheme } from "../../manifest.ts";
import { fileName } from "../editing/names.ts";

/** The address of the document that shows a part of a file. Its last step is the title. */
export function partUri(file: Uri, part: FilePart, place: Place): Uri {
  const query = JSON.stringify([file.toString(), place.byte, place.line]);
  return Uri.from({ scheme: partScheme, path: `/${titleOf(file, part)}`, query });
}

/** The file and the place in it that a part was asked for. Undefined for what is no such address. */
export function parsePartUri({ query }: Uri): { readonly file: Uri; readonly place: Place } | undefined {
  try {
    const [file, byte, line] = JSON.parse(query) as readonly unknown[];
    if (typeof file !== "string" || typeof byte !== "number" || typeof line !== "number") return undefined;
    return { file: Uri.parse(file, true), place: { byte, line } };
  } catch {
    return undefined;
  }
}

/** "large.plotly.json, lines 1,201 to 1,500", or "large.plotly.json, line 1, from byte 20,480". */
export function titleOf(file: Uri, { start, lastLine, isCut }: FilePart): string {
  const first = formatNumber(start.line + 1);
  const last = formatNumber(lastLine + 1);
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return `${fileName(file)}, ${lines}${isCut ? `, from byte ${formatNumber(start.byte)}` : ""}`;
}
