import * as z from "zod";
import { listedText } from "../bodies/anyFile.ts";
import { arrayText, joinObjects, memberText } from "../bodies/jsonText.ts";
import { plotText } from "../bodies/plotBody.ts";
import type { ServiceContext } from "../http/environment.ts";
import { reading } from "../http/operation.ts";
import { pageFields, PageNumber } from "../http/pageNumber.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { FoundFile } from "../store/lists/search.ts";
import type { User } from "../store/accounts/users.ts";

const MOST_WORDS = 50;

const searchQuery = z.object({ q: z.string("Send the words to search for as q.").optional(), ...pageFields });

/** What `q` asks for. We know that there were filters, and one of them, `public:`; the others are our choice. */
interface Filters {
  readonly words: readonly string[];
  readonly worldReadable: boolean | undefined;
  readonly filetypes: readonly string[] | undefined;
  /** Null where nobody has that name. */
  readonly owner: User | null | undefined;
}

export function searchRoutes(api: Resources): void {
  api.add("/v2/search", {
    GET: reading(
      "Find files that have words beginning like those of q, newest first; a thousand at most.",
      searchQuery,
      search,
    ),
  });
}

function search(c: ServiceContext, query: z.output<typeof searchQuery>): Response {
  const { viewer, store } = c.var;
  const page = new PageNumber(query);
  const { words, worldReadable, filetypes, owner } = readFilters(c, query.q ?? "");
  const { files, count } =
    owner === null
      ? { files: [], count: 0 }
      : store.search.page({ words, viewer, owner, filetypes, worldReadable, offset: page.offset, limit: page.size });
  const results = arrayText(files.map((file) => resultText(c, file)));
  return json(c, joinObjects(JSON.stringify(page.head(c.req.url, count)), memberText("results", results)));
}

/** Writes a found file as the lists do, so that it can be shown like theirs. */
function resultText(c: ServiceContext, { file, preview, figure }: FoundFile): string {
  return figure === undefined ? listedText(file, preview, c.var) : plotText({ file, figure }, c.var);
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
  // The index takes no more words than these.
  return { words: [...new Set(words)].slice(0, MOST_WORDS), worldReadable, filetypes, owner };
}
