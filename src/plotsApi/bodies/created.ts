import * as z from "zod";

/** The answer to a create: 201 with the new file's metadata under `file`. */
export function created<T extends z.ZodType>(file: T): z.ZodObject<{ file: T }, z.core.$loose> {
  return z.looseObject({ file });
}
