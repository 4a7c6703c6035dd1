import { LONGEST_PLACE, MOST_FAULTS } from "../limits.ts";
import type * as z from "zod";
import { formatPath } from "../../figure/model/path.ts";
import { parseInSteps } from "../../figure/text/steps/parseInSteps.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { FieldError } from "../errors/apiError.ts";
import { oneLine } from "../errors/apiError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import type { HttpAnswer } from "../transport/exchange.ts";
import { halfBodyError } from "../errors/connectionError.ts";

/**
 * Reads the body of a successful answer as JSON of a schema's shape, a few milliseconds at a time. Errors: `not-json`,
 * `half-body`, `unexpected-shape`.
 */
export async function readJson<T>(
  answer: HttpAnswer,
  schema: z.ZodType<T>,
  server: string,
  subject: string,
): Promise<Result<T>> {
  const text = decoded(answer.bytes);
  if (text === undefined) return notJson(answer, server, "not UTF-8");
  let value: unknown;
  try {
    value = await inSlices(parseInSteps(text));
  } catch (error) {
    if (endsEarly(text)) return fail(halfBodyError(server, answer.status, `${answer.summary}: JSON without its end`));
    return notJson(answer, server, error instanceof Error ? error.message : "");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const fields = fieldErrors(parsed.error);
  const first = fields[0] ? `${fields[0].path || "the answer"}: ${fields[0].message}` : "no reason given";
  return fail({
    code: "unexpected-shape",
    status: answer.status,
    sentence: `${server} answered, but not with ${subject} as the Plotly v2 API describes it (${first}). Check that its address is the root of a v2 API; if it is, the server and Plot Files do not understand each other.`,
    detail: `${answer.summary}: ${fields.map(({ path, message }) => `${path}: ${message}`).join("; ")}`,
    fields,
  });
}

/**
 * Looks whether bytes that are passed on unparsed begin and end as a JSON object does. Errors: `not-json`, `half-body`.
 */
export function checkObject(answer: HttpAnswer, server: string): Result<HttpAnswer> {
  const { bytes } = answer;
  let first = 0;
  let last = bytes.length - 1;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) first = 3;
  while (first < bytes.length && isSpace(bytes[first])) first++;
  while (last > first && isSpace(bytes[last])) last--;
  if (bytes[first] !== 0x7b) return notJson(answer, server, "no JSON object");
  if (bytes[last] === 0x7d && last > first) return ok(answer);
  return fail(halfBodyError(server, answer.status, `${answer.summary}: a JSON object without its end`));
}

/** Says of the first `MOST_FAULTS` places what is wrong: `results[3].fid: expected string, but it is missing`. */
export function fieldErrors(error: z.ZodError): readonly FieldError[] {
  return error.issues.slice(0, MOST_FAULTS).map(({ path, message }) => ({
    path: formatPath(path.map((step) => (typeof step === "symbol" ? String(step) : step))),
    message: message.replace(/^Invalid input: /, "").replace(/, received undefined$/, ", but it is missing"),
  }));
}

function notJson(answer: HttpAnswer, server: string, why: string): Result<never> {
  const type = answer.headers.get("content-type") ?? "no content type";
  const start = oneLine(new TextDecoder().decode(answer.bytes.subarray(0, 2 * LONGEST_PLACE)), LONGEST_PLACE);
  const page = /html/i.test(type) || start.startsWith("<");
  const what = answer.bytes.length === 0 ? "an empty answer" : page ? "a web page" : "something that is not JSON";
  return fail({
    code: "not-json",
    status: answer.status,
    sentence: `${server} sent ${what} instead of data. Check the server's address, and whether a proxy or a sign-in page stands before it.`,
    detail: `${answer.summary}: ${type}, ${why}: ${start}`,
  });
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Says whether text that begins as JSON ends within a string, list or object. To be asked when it does not parse. */
function endsEarly(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
  }
  return inString || depth > 0;
}
