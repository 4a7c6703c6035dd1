import * as z from "zod";
import { formatCount } from "../../figure/model/counts.ts";
import { MOST_FAULTS } from "../../plotsApi/limits.ts";
import type { User } from "../store/accounts/users.ts";
import { requireUser } from "./access.ts";
import { HttpError } from "./httpError.ts";
import type { ServiceContext } from "./environment.ts";
import { readBytes, readJson } from "./readBody.ts";

/** One method of one resource: what it takes, which zod checks, and how it answers. */
export interface Operation {
  readonly summary: string;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  /** Whether only a signed-in user is answered. The user is checked before a body is read. */
  readonly signedIn: boolean;
  /** Whether a body is read at all. */
  readonly takesBody: boolean;
  /** The type of the body, where it is not JSON. */
  readonly mediaType?: string;
  answer(c: ServiceContext): Promise<Response>;
}

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
    signedIn: false,
    takesBody: false,
    answer: async (c) => handle(c, check(query, c.req.query(), "query")),
  };
}

/** An operation of a signed-in user that takes no body. A body that is sent all the same is ignored. */
export function acting(
  summary: string,
  handle: (c: ServiceContext, user: User) => Response | Promise<Response>,
): Operation {
  const answer = async (c: ServiceContext): Promise<Response> => handle(c, requireUser(c));
  return { summary, query: noQuery, body: undefined, signedIn: true, takesBody: false, answer };
}

/** The types that clients give JSON: curl calls any body a form, and fetch calls any text plain text. */
const JSON_TYPES: readonly RegExp[] = [
  /^(application|text)\/([\w.-]+\+)?json$/,
  /^application\/x-www-form-urlencoded$/,
  /^text\/plain$/,
];
/** The types that clients give a CSV file. */
const FILE_TYPES: readonly RegExp[] = [
  /^text\/[\w.-]+$/,
  /^application\/(csv|octet-stream|x-www-form-urlencoded|vnd\.ms-excel)$/,
  /^multipart\/form-data$/,
];

/** An operation with a JSON body. */
export function writing<Body extends z.ZodType<object>>(
  summary: string,
  body: Body,
  handle: (c: ServiceContext, body: z.output<Body>, user: User) => Response | Promise<Response>,
): Operation {
  const read = new WeakMap<ServiceContext, z.output<Body> & object>();
  return {
    summary,
    query: noQuery,
    body,
    signedIn: true,
    takesBody: true,
    answer: async (c) => {
      const user = requireUser(c);
      requireType(c, JSON_TYPES, "application/json");
      // Read once, also where the request is tried again.
      const parsed = read.get(c) ?? check(body, await readJson(c), "body");
      read.set(c, parsed);
      return handle(c, parsed, user);
    },
  };
}

/** An operation of a signed-in user that reads its body itself. `mediaType` is for the OpenAPI document. */
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
    signedIn: true,
    takesBody: true,
    answer: async (c) => {
      const user = requireUser(c);
      requireType(c, FILE_TYPES, mediaType);
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
    signedIn: true,
    takesBody: true,
    answer: async (c) => {
      requireUser(c);
      const sent = typeOf(c);
      if (sent !== mediaType) throw wrongType(mediaType, sent);
      const bytes = await readBytes(c);
      if (bytes.length > maxBytes) throw new HttpError(413, `Send at most ${formatCount(maxBytes, "byte")} here.`);
      return handle(c, bytes);
    },
  };
}

/** Takes bytes without a type for what is wanted here. */
function requireType(c: ServiceContext, types: readonly RegExp[], wanted: string): void {
  const sent = typeOf(c);
  if (sent !== undefined && sent !== "" && !types.some((type) => type.test(sent))) throw wrongType(wanted, sent);
}

function typeOf(c: ServiceContext): string | undefined {
  return c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
}

function wrongType(wanted: string, sent = "bytes without a type"): HttpError {
  return new HttpError(415, `Send ${wanted} here, not ${sent.slice(0, 100)}.`);
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
  throw new HttpError(
    400,
    result.error.issues.slice(0, MOST_FAULTS).map(({ message, path }) => {
      const [field, ...rest] = path.map((step) => (typeof step === "symbol" ? String(step) : step));
      if (field === undefined) return { message: where === "body" ? "Send a JSON object as the body." : message };
      return { message, field: String(field), ...(rest.length > 0 && { path: rest }) };
    }),
  );
}
