import { Uri } from "vscode";
import { plotScheme } from "../../manifest.ts";
import { fileNameOf, type PlotAddress } from "./plotUri.ts";

const ending = ".grid.json";

/** The address of a grid's read-only document: `plots://<server>/<owner>/<id>/<filename>.grid.json`. */
export function gridUri(server: string, fid: string, filename: string): Uri {
  const colon = fid.lastIndexOf(":");
  const path = `/${fid.slice(0, colon)}/${fid.slice(colon + 1)}/${fileNameOf(filename)}${ending}`;
  return Uri.from({ scheme: plotScheme, authority: server, path });
}

/** The grid of an address; undefined where the address is no grid's. */
export function parseGridUri(uri: Uri): PlotAddress | undefined {
  if (uri.scheme !== plotScheme) return undefined;
  const [, owner, id, name, ...rest] = uri.path.split("/");
  if (owner === undefined || owner === "" || id === undefined || !/^\d+$/.test(id)) return undefined;
  if (name === undefined || !name.endsWith(ending) || rest.length > 0) return undefined;
  return { server: uri.authority, fid: `${owner}:${id}` };
}
