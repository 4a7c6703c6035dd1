import * as z from "zod";
import type { Json } from "../../figure/model/figure.ts";
import { listOf, recordOf } from "./faults.ts";
import { fidText } from "./fid.ts";

/** A grid's metadata. The columns are an array in their order, without data. */
export const gridMetadata = z.looseObject({
  fid: fidText,
  filename: z.string().nullish(),
  filetype: z.string().nullish(),
  owner: z.string().nullish(),
  world_readable: z.boolean().nullish(),
  date_modified: z.string().nullish(),
  cols: listOf(z.looseObject({ name: z.string(), uid: z.string(), order: z.int().nullish() })),
  /** JSON text of the first cells. */
  preview: z.unknown().optional(),
  /** Free for clients to use. */
  metadata: z.unknown().optional(),
});

/**
 * A grid's content. The columns are keyed by name and have their data. They may differ in length, and a cell may be a
 * list.
 */
export const gridContent = z.looseObject({
  cols: recordOf(
    z.looseObject({
      uid: z.string(),
      order: z.int(),
      // The cells come from JSON and may be millions: that they are a list is all that is looked at.
      data: z.custom<readonly Json[]>((value) => Array.isArray(value), "expected array"),
    }),
  ),
});

export type GridMetadata = z.infer<typeof gridMetadata>;
export type GridContentBody = z.infer<typeof gridContent>;
