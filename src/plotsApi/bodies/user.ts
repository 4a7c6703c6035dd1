import * as z from "zod";

/**
 * The user that a request came from. Without credentials it is an anonymous one, whose `username` is blank or missing.
 */
export const user = z.looseObject({ username: z.string().nullish() });

export type CurrentUser = z.infer<typeof user>;
