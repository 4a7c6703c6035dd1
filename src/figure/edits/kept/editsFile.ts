import * as z from "zod/mini";
import { messageOf } from "../../model/messageOf.ts";
import { formatPath, readPath } from "../../model/path.ts";
import type { HandEdit } from "./handEdit.ts";

/** The version of the format that is written. A reader takes no later one. */
const VERSION = 1;

/** Hand edits as they are kept beside a figure, or why the file cannot be read. */
export type EditsFile =
  | {
      readonly ok: true;
      /** The name of the figure's file. */
      readonly figure: string | undefined;
      readonly edits: readonly HandEdit[];
    }
  | {
      readonly ok: false;
      /** A whole sentence for the person. */
      readonly sentence: string;
    };

const path = z.string().check(z.refine((text) => readPath(text) !== undefined, { error: "It is no path." }));
const place = z.int().check(z.nonnegative());

const part = z.strictObject({
  list: path,
  get of() {
    return z.optional(part);
  },
  uid: z.optional(z.string()),
  name: z.optional(z.string()),
  type: z.optional(z.string()),
  axes: z.optional(z.string()),
  text: z.optional(z.string()),
  several: z.optional(z.literal(true)),
  data: z.optional(z.string()),
  place,
  count: place,
  others: z.optional(z.array(z.string())),
});

const handEdit = z
  .strictObject({
    part: z.optional(part),
    attribute: z.optional(path),
    before: z.optional(z.json()),
    after: z.optional(z.json()),
    removed: z.optional(z.literal(true)),
    moved: z.optional(z.strictObject({ from: place, to: place })),
    copied: z.optional(place),
  })
  .check(
    z.refine(
      ({ attribute, moved, copied }) => [attribute, moved, copied].filter((each) => each !== undefined).length === 1,
      { error: "An edit has either `attribute`, `moved` or `copied`." },
    ),
    z.refine(({ part: of, attribute }) => of !== undefined || (attribute ?? "") !== "", {
      error: "An edit without a `part` must have an `attribute`.",
    }),
  );

const editsFile = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(VERSION),
  figure: z.optional(z.string()),
  edits: z.array(handEdit),
});

/** The name of the file that keeps the hand edits of a figure: `tides.edits.json` for `tides.plotly.json`. */
export function editsFileName(figure: string): string {
  return `${figure.replace(/(?:\.plotly)?(?:\.json)?$/i, "")}.edits.json`;
}

/** Reads the text of an `.edits.json`. A file with any mistake gives no edit. */
export function readEditsFile(text: string): EditsFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { ok: false, sentence: `The file of edits is not JSON: ${messageOf(error)}.` };
  }
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (typeof version === "number" && version > VERSION)
    return {
      ok: false,
      sentence: "The file of edits was written by a later Plot Files. Update the extension to read it.",
    };
  const read = editsFile.safeParse(value);
  // What zod has read is JSON of exactly that shape.
  if (read.success) return { ok: true, figure: read.data.figure, edits: read.data.edits as readonly HandEdit[] };
  const [issue] = read.error.issues;
  const at = (issue?.path ?? []).map((step) => (typeof step === "symbol" ? String(step) : step));
  const where = at.length === 0 ? "" : ` At \`${formatPath(at)}\`:`;
  return {
    ok: false,
    sentence: `The file is no file of edits.${where} ${issue?.message ?? "It has another shape"}`.replace(/\.?$/, "."),
  };
}

/** The text of an `.edits.json`, an edit after the other. `figure` is the name of the figure's file. */
export function writeEditsFile(figure: string, edits: readonly HandEdit[]): string {
  return `${JSON.stringify({ version: VERSION, figure, edits }, undefined, 2)}\n`;
}

/** The JSON Schema of `.edits.json`, for completion and hovers. */
export function editsFileSchema(): object {
  return {
    ...z.toJSONSchema(editsFile, { target: "draft-07", io: "input", unrepresentable: "any" }),
    title: "Edits of a Plotly figure by hand",
    description: "What a person changed of a figure, to be made again when a script has written it anew.",
  };
}
