import * as z from "zod";
import type { Json } from "../../figure/model/figure.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import { fileText, typedText } from "../bodies/anyFile.ts";
import { parseFid } from "../../plotsApi/bodies/fid.ts";
import { longestFilename } from "../../plotsApi/limits.ts";
import { readableFile } from "../http/access.ts";
import { mayRead } from "../store/files/permission.ts";
import { HttpError } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { json } from "../http/respond.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import type { User } from "../store/accounts/users.ts";
import { booleanField, newFile, newFileFields } from "./fields/newFile.ts";

const { source_fid: _, ...placed } = newFileFields;
export const copyBody = z.object({ deep_copy: booleanField.nullish(), ...placed });

/**
 * Makes a user's own copy of a plot or a grid that the user may read, at home unless the request says otherwise.
 * `deep_copy` also copies the grids that the plot refers to. We know that there is such a resource. Names, place and
 * the answer, which is that of a create, are our choice.
 */
export function copyFile(c: ServiceContext, body: z.output<typeof copyBody>, owner: User): Response {
  const { database, files, grids, plots } = c.var.store;
  const copy = database.write(() => {
    const file = readableFile(c);
    const into = (from: FileRecord, filename?: string | null): FileRecord => {
      const defaultName = `${Array.from(from.filename)
        .slice(0, longestFilename - 14)
        .join("")} copy`;
      const type = { filetype: from.filetype, defaultName };
      const worldReadable = body.world_readable ?? from.worldReadable;
      const wanted = { ...body, filename, world_readable: worldReadable, source_fid: from.fid };
      return files.insert({ ...newFile(c, owner, wanted, type), title: from.title });
    };
    const copyGrid = (grid: FileRecord, filename?: string | null): FileRecord => {
      const to = into(grid, filename);
      grids.copy(grid, to);
      return to;
    };
    if (file.filetype === "grid") return copyGrid(file, body.filename);
    const plot = file.filetype === "plot" ? plots.of(file) : undefined;
    if (plot === undefined) throw new HttpError(400, "Plots and grids can be copied, other files cannot.");
    const { figure } = body.deep_copy === true ? deepCopy(c, plot.figure, copyGrid) : plot;
    return plots.insert(into(file, body.filename), figure).file;
  });
  return json(c, `{"file":${copy.filetype === "plot" ? typedText(copy, c.var) : fileText(copy, c.var)}}`, 201);
}

/** Makes the figure refer to copies of the grids. References to grids that the reader may not read stay as they are. */
function deepCopy(
  c: ServiceContext,
  figure: string,
  copyGrid: (grid: FileRecord) => FileRecord,
): { readonly figure: string } {
  const copies = new Map<string, string>();
  const fidFor = (text: string): string => {
    const known = copies.get(text);
    if (known !== undefined) return known;
    const fid = parseFid(text);
    const grid = fid && c.var.store.files.find(fid.owner, fid.idlocal);
    const readable = grid?.filetype === "grid" && mayRead(grid, c.var.viewer);
    const copied = readable ? copyGrid(grid).fid : text;
    copies.set(text, copied);
    return copied;
  };
  const parsed: Json = JSON.parse(figure, (key, value: unknown) => {
    if (typeof value !== "string" || !key.endsWith("src")) return value;
    const selector = parseSrc(value);
    return selector === undefined ? value : fidFor(selector.fid) + value.slice(selector.fid.length);
  });
  return { figure: JSON.stringify(parsed) };
}
