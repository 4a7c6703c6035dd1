import * as z from "zod";
import type { CsvTable, Separator } from "../../figure/data/csv/csvTable.ts";
import { decodeCsvInSteps } from "../../figure/data/csv/csvText.ts";
import { cutSentence, readCsvInSteps } from "../../figure/data/csv/readCsv.ts";
import { separators } from "../../figure/data/csv/separators.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { gridText } from "../bodies/gridBody.ts";
import { HttpError } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { receiving } from "../http/operation.ts";
import { readBytes } from "../http/readBody.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import { writtenInSteps } from "../store/grids/grids.ts";
import { columnName } from "./fields/gridColumns.ts";
import { filenameField, newFile, newFileFields } from "./fields/newFile.ts";

const { filename, parent, parent_path, world_readable, share_key_enabled } = newFileFields;
const uploadQuery = z.object({
  filename,
  parent,
  parent_path,
  world_readable,
  share_key_enabled,
  separator: z.enum(separators, "The separator is a comma, a semicolon, a tab or a vertical bar.").optional(),
  decimal: z.enum([".", ","], "The decimal is a point or a comma.").optional(),
  header: z.stringbool("Say true or false as header.").optional(),
  day_first: z.stringbool("Say true or false as day_first.").optional(),
});
type UploadQuery = z.output<typeof uploadQuery>;

/**
 * Makes a grid from a CSV file. We know only that the public service took a raw file. The rest is our choice: the file
 * is the body or a part of a form; the query, the form or a header names it; the query says how it is written. The
 * first line names the columns unless the query says otherwise.
 */
export function gridUploadRoute(api: Resources): void {
  api.add("/v2/grids/upload", {
    POST: receiving("Create a grid from a CSV file.", uploadQuery, "text/csv", async (c, query, owner) => {
      const { bytes, name } = await readFile(c);
      const { columns } = await readTable(bytes, query);
      const written = await inSlices(writtenInSteps(columns));
      const { store } = c.var;
      const grid = store.database.write(() => {
        const file = newFile(
          c,
          owner,
          { ...query, filename: query.filename ?? name },
          { filetype: "grid", defaultName: "grid from API" },
        );
        return store.grids.insert(store.files.insert(file), written, "{}");
      });
      return json(c, `{"file":${gridText(grid, c.var)}}`, 201);
    }),
  });
}

async function readFile(c: ServiceContext): Promise<{ readonly bytes: Uint8Array; readonly name: string | undefined }> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return { bytes: await readBytes(c), name: undefined };
  const form = await c.req.formData().catch(() => undefined);
  const file = [...(form?.values() ?? [])].find((value) => value instanceof File);
  if (file === undefined) throw new HttpError(400, "Send the CSV file as the body, or as a part of the form.");
  const name = file.name.split(/[/\\]/).at(-1)?.trim();
  const usable = name !== undefined && name !== "" && filenameField.safeParse(name).success;
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: usable ? name : undefined };
}

/**
 * Reads the table a few milliseconds at a time, since others wait meanwhile. It guesses nothing that can be read two
 * ways.
 */
async function readTable(bytes: Uint8Array, query: UploadQuery): Promise<CsvTable> {
  const decoded = await inSlices(decodeCsvInSteps(bytes));
  if (!decoded.ok) throw new HttpError(400, decoded.sentence);
  const { separator, decimal, header = true, day_first: dayFirst } = query;
  const options = { separator, decimal, header, dayFirst };
  const naming = { isNameable: (name: string) => columnName.safeParse(name).success };
  const read = await inSlices(readCsvInSteps(decoded.text, options, naming));
  if (!read.ok) throw new HttpError(400, read.sentence);
  const { table } = read;
  if (table.doubts.separators.length > 1) throw new HttpError(400, [{ message: doubtful(table), field: "separator" }]);
  const cut = cutSentence(table);
  if (cut !== undefined) throw new HttpError(413, `The file is too large for a grid. ${cut}`);
  return table;
}

const names: Readonly<Record<Separator, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar" };

function doubtful({ doubts }: CsvTable): string {
  const cut = doubts.separators.map((each) => names[each]).join(" and ");
  return `The file is cut as evenly by ${cut}. Say which one separates its columns, as in ?separator=${encodeURIComponent(doubts.separators[0] ?? ",")}.`;
}
