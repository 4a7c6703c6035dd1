import * as z from "zod";
import { listOf } from "./faults.ts";

/**
 * The body of an error. `errors[]` and `detail` hold the same words, and either may be missing. `code` says nothing.
 */
export const errorBody = z.looseObject({
  detail: z.string().nullish(),
  errors: listOf(
    z.looseObject({
      message: z.string().nullish(),
      path: z.union([z.string(), listOf(z.union([z.string(), z.number()]))]).nullish(),
      field: z.string().nullish(),
    }),
  ).nullish(),
});

export type ErrorBody = z.infer<typeof errorBody>;
