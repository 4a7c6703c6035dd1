import { parse } from "csv-parse/sync";
import * as z from "zod";
import type { Json } from "../../figure/figure.ts";
import { gridText } from "../bodies/gridBody.ts";
import { ApiError } from "../http/apiError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { receiving } from "../http/operation.ts";
import { readBytes } from "../http/readBody.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { NewColumn } from "../store/grids.ts";
import { UNNAMEABLE } from "./gridColumns.ts";
import { filenameField, newFile, newFileFields } from "./newFile.ts";

const { filename, parent, parent_path, world_readable, share_key_enabled } = newFileFields;
const uploadQuery = z.object({ filename, parent, parent_path, world_readable, share_key_enabled });

/**
 * A grid from a CSV file. All that is known of the public service's is that it took a raw file: that the file is the
 * body, or a part of a form, and is named by the query, the form or a header, is our choice.
 */
export function gridUploadRoute(api: Resources): void {
  api.add("/v2/grids/upload", {
    POST: receiving("Create a grid from a CSV file.", uploadQuery, "text/csv", async (c, query, owner) => {
      const { text, name } = await readFile(c);
      const columns = readCsv(text);
      const { store } = c.var;
      const grid = store.database.write(() => {
        const file = newFile(
          c,
          owner,
          { ...query, filename: query.filename ?? name },
          { filetype: "grid", defaultName: "grid from API" },
        );
        return store.grids.insert(store.files.insert(file), columns, "{}");
      });
      return json(c, `{"file":${gridText(grid, c.var)}}`, 201);
    }),
  });
}

async function readFile(c: ServiceContext): Promise<{ readonly text: string; readonly name: string | undefined }> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return { text: decode(await readBytes(c)), name: undefined };
  const form = await c.req.formData().catch(() => undefined);
  const file = [...(form?.values() ?? [])].find((value) => value instanceof File);
  if (file === undefined) throw new ApiError(400, "Send the CSV file as the body, or as a part of the form.");
  const name = file.name.split(/[/\\]/).at(-1)?.trim();
  const usable = name !== undefined && name !== "" && filenameField.safeParse(name).success;
  return { text: decode(new Uint8Array(await file.arrayBuffer())), name: usable ? name : undefined };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError(400, "The file is not UTF-8 text. Save it as CSV in UTF-8 and send it again.");
  }
}

/** The first line names the columns; names that are missing or come twice get a number. */
function readCsv(text: string): NewColumn[] {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, delimiter: [",", ";", "\t"], relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new ApiError(400, `The file is not CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [header, ...body] = rows;
  if (header === undefined)
    throw new ApiError(400, "The file is empty. A CSV file begins with a line of column names.");
  const used = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell.trim() === "" || cell.trim() === UNNAMEABLE ? `column ${index + 1}` : cell.trim();
    let name = wanted;
    for (let count = 2; used.has(name); count++) name = `${wanted} (${count})`;
    used.add(name);
    return { name, data: typed(body.map((row) => row[index]?.trim() ?? "")) };
  });
}

/** A column of numbers becomes numbers, an empty cell of it null; other cells are text as it stands: our choice. */
function typed(cells: readonly string[]): readonly Json[] {
  const isNumeric = cells.every((cell) => cell === "" || /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell));
  if (!isNumeric || cells.every((cell) => cell === "")) return cells;
  return cells.map((cell) => (cell === "" ? null : finite(Number(cell))));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
