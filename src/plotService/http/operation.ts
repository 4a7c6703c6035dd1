import * as z from "zod";
import type { User } from "../store/users.ts";
import { requireUser } from "./access.ts";
import { ApiError } from "./apiError.ts";
import type { ServiceContext } from "./environment.ts";
import { readBytes, readJson } from "./readBody.ts";

/** One method of one resource: what it takes, checked by zod, and how it is answered. */
export interface Operation {
  readonly summary: string;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  /** Of the body, where it is other than JSON. */
  readonly mediaType?: string;
  answer(c: ServiceContext): Promise<Response>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** An operation without a body. */
export function reading<Query extends z.ZodType>(
  summary: string,
  query: Query,
  handle: (c: ServiceContext, query: z.output<Query>) => Response | Promise<Response>,
): Operation {
  return {
    summary,
    query,
    body: undefined,
    answer: async (c) => handle(c, check(query, c.req.query(), "query")),
  };
}

/** An operation of a signed-in user that takes no body; one that is sent all the same is passed over. */
export function acting(
  summary: string,
  handle: (c: ServiceContext, user: User) => Response | Promise<Response>,
): Operation {
  return { summary, query: noQuery, body: undefined, answer: async (c) => handle(c, requireUser(c)) };
}

/** An operation with a JSON body. Who sends it is asked before the body is read. */
export function writing<Body extends z.ZodType>(
  summary: string,
  body: Body,
  handle: (c: ServiceContext, body: z.output<Body>, user: User) => Response | Promise<Response>,
): Operation {
  return {
    summary,
    query: noQuery,
    body,
    answer: async (c) => {
      const user = requireUser(c);
      return handle(c, check(body, await readJson(c), "body"), user);
    },
  };
}

/** An operation of a signed-in user that reads its body itself, said to be of that media type. */
export function receiving<Query extends z.ZodType>(
  summary: string,
  query: Query,
  mediaType: string,
  handle: (c: ServiceContext, query: z.output<Query>, user: User) => Response | Promise<Response>,
): Operation {
  return {
    summary,
    query,
    body: undefined,
    mediaType,
    answer: async (c) => {
      const user = requireUser(c);
      return handle(c, check(query, c.req.query(), "query"), user);
    },
  };
}

/** An operation whose body is bytes of one media type. */
export function uploading(
  summary: string,
  upload: { readonly mediaType: string; readonly maxBytes: number },
  handle: (c: ServiceContext, bytes: Uint8Array<ArrayBuffer>) => Response | Promise<Response>,
): Operation {
  const { mediaType, maxBytes } = upload;
  return {
    summary,
    query: noQuery,
    body: undefined,
    mediaType,
    answer: async (c) => {
      requireUser(c);
      const sent = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
      if (sent !== mediaType) throw new ApiError(415, `Send ${mediaType} here, not ${sent ?? "bytes without a type"}.`);
      const bytes = await readBytes(c);
      if (bytes.length > maxBytes) throw new ApiError(413, `Send at most ${maxBytes} bytes here.`);
      return handle(c, bytes);
    },
  };
}

export const noQuery = z.object({});

/** Opens what is shared by a secret link. */
export const sharedQuery = z.object({ share_key: z.string().optional() });

export function check<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  where: "query" | "body",
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ApiError(
    400,
    result.error.issues.map(({ message, path }) => {
      const [field, ...rest] = path.map((step) => (typeof step === "symbol" ? String(step) : step));
      if (field === undefined) return { message: where === "body" ? "Send a JSON object as the body." : message };
      return { message, field: String(field), ...(rest.length > 0 && { path: rest }) };
    }),
  );
}
