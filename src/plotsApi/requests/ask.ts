import { fidSegment, parseFid } from "../bodies/fid.ts";
import { LONGEST_TYPED } from "../limits.ts";
import { oneLine } from "../errors/apiError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import type { Method } from "../transport/exchange.ts";

/** What a request is about, for the sentences of its errors. */
export interface Subject {
  /** Its name within a sentence: `the plot bcowden:30`, `the list of plots`, `the new grid`. */
  readonly name: string;
  /** Whether it is one file, which may be gone or private, rather than a place every server has. */
  readonly file: boolean;
  /** Whether the request would have changed something. */
  readonly write: boolean;
}

/** The collections of the API whose members have a fid. */
export type Collection = "plots" | "grids" | "files" | "folders";

/** One request, before credentials and headers are put on. */
export interface Ask {
  readonly method?: Method;
  /** A path below the root with its segments encoded, or a whole address on the root's origin. */
  readonly at: string | URL;
  readonly query?: string;
  readonly accept?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  /** What is sent as JSON, in place of `body`. It is written a few milliseconds at a time. */
  readonly json?: object;
  readonly subject: Subject;
}

/** Gives a path such as `plots/bcowden:30/content`. Error: `bad-fid`, where the text is no fid. */
export function filePath(kind: Collection, text: string, route: string): Result<string> {
  const fid = parseFid(text);
  if (fid) return ok(`${kind}/${fidSegment(fid)}${route}`);
  const shown = oneLine(text, LONGEST_TYPED);
  const sentence = `“${shown}” is not the id of a file. An id is the owner's name, a colon and a number, such as bcowden:30.`;
  return fail({ code: "bad-fid", sentence, detail: `Not a fid: ${JSON.stringify(shown)}; nothing was sent.` });
}

/** A subject that is no file: it is there on every server. */
export function place(name: string): Subject {
  return { name, file: false, write: false };
}
