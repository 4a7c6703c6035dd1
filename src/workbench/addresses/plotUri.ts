import { Uri } from "vscode";
import { plotScheme } from "../../manifest.ts";

/** The plot that a document at `plots://<server>/<owner>/<id>/<filename>.plotly.json` shows. */
export interface PlotAddress {
  /** Id of the connection: "embedded", or host and port. */
  readonly server: string;
  /** `owner:idlocal`. */
  readonly fid: string;
}

/** The address of a plot's document. The filename comes last, so that tabs and file patterns see a figure file. */
export function plotUri(server: string, fid: string, filename: string): Uri {
  const colon = fid.lastIndexOf(":");
  const owner = fid.slice(0, colon);
  const id = fid.slice(colon + 1);
  return Uri.from({
    scheme: plotScheme,
    authority: server,
    path: `/${owner}/${id}/${fileNameOf(filename)}.plotly.json`,
  });
}

/** The plot of an address; undefined where the address is no plot's, such as that of a folder above it. */
export function parsePlotUri(uri: Uri): PlotAddress | undefined {
  if (uri.scheme !== plotScheme) return undefined;
  const [, owner, id, name, ...rest] = uri.path.split("/");
  if (owner === undefined || owner === "" || id === undefined || !/^\d+$/.test(id)) return undefined;
  if (name === undefined || !name.endsWith(".plotly.json") || rest.length > 0) return undefined;
  return { server: uri.authority, fid: `${owner}:${id}` };
}

/** A plot's name can hold what a path cannot: slashes, control characters, half a character, or nothing at all. */
export function fileNameOf(name: string): string {
  const safe = name
    .toWellFormed()
    .replaceAll(/[/\\\p{Cc}]/gu, "-")
    .trim();
  return safe === "" || safe === "." || safe === ".." ? "plot" : safe;
}
