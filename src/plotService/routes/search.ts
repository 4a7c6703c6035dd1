import * as z from "zod";
import { fileText } from "../bodies/anyFile.ts";
import { arrayText, joinObjects, memberText } from "../bodies/jsonText.ts";
import { plotText } from "../bodies/plotBody.ts";
import type { ServiceContext } from "../http/environment.ts";
import { reading } from "../http/operation.ts";
import { pageFields, PageNumber } from "../http/pageNumber.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { FileRecord } from "../store/files.ts";
import type { User } from "../store/users.ts";

const searchQuery = z.object({ q: z.string("Send the words to search for as q.").optional(), ...pageFields });

/** What of `q` is no word. Only that there are such filters is known, of them `public:`; the others are our choice. */
interface Filters {
  readonly words: readonly string[];
  readonly worldReadable: boolean | undefined;
  readonly filetypes: readonly string[] | undefined;
  /** Null: nobody has that name. */
  readonly owner: User | null | undefined;
}

export function searchRoutes(api: Resources): void {
  api.add("/v2/search", {
    GET: reading("Files that have words beginning like those of q, newest first.", searchQuery, search),
  });
}

function search(c: ServiceContext, query: z.output<typeof searchQuery>): Response {
  const { viewer, store } = c.var;
  const page = new PageNumber(query);
  const { words, worldReadable, filetypes, owner } = readFilters(c, query.q ?? "");
  const { files, count } =
    owner === null
      ? { files: [], count: 0 }
      : store.fileList.page({
          scope: { kind: "search", owner, match: words.length === 0 ? undefined : words.map(prefix).join(" ") },
          viewer,
          filetypes,
          worldReadable,
          order: "created",
          descending: true,
          offset: page.offset,
          limit: page.size,
        });
  const results = arrayText(files.map((file) => resultText(c, file)));
  return json(c, joinObjects(JSON.stringify(page.head(c.req.url, count)), memberText("results", results)));
}

/** As in the list of plots, so that what is found can be shown as what is listed. */
function resultText(c: ServiceContext, file: FileRecord): string {
  const plot = file.filetype === "plot" ? c.var.store.plots.of(file) : undefined;
  return plot === undefined ? fileText(file, c.var) : plotText(plot, c.var);
}

function readFilters(c: ServiceContext, text: string): Filters {
  const words: string[] = [];
  let worldReadable: boolean | undefined;
  let filetypes: readonly string[] | undefined;
  let owner: User | null | undefined;
  for (const part of text.split(/\s+/)) {
    const [, name, value = ""] = /^(public|filetype|type|owner|user):(.+)$/i.exec(part) ?? [];
    if (name === undefined) words.push(...(part.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []));
    else if (name.toLowerCase() === "public") worldReadable = value.toLowerCase() !== "false";
    else if (name.toLowerCase().endsWith("type")) filetypes = value.split(",");
    else owner = c.var.store.users.find(value) ?? null;
  }
  return { words, worldReadable, filetypes, owner };
}

/** Letters and digits alone are in it, so that nothing in it is an operator. */
function prefix(word: string): string {
  return `"${word}"*`;
}
