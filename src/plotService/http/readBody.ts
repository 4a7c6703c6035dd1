import { parseInSteps } from "../../figure/text/steps/parseInSteps.ts";
import { finished, inSlices } from "../../figure/text/steps/slices.ts";
import { HttpError } from "./httpError.ts";
import type { ServiceContext } from "./environment.ts";

/**
 * The most levels of a body: our choice. Real figures have up to 20; far deeper ones would exhaust the stack of whoever
 * reads them later.
 */
export const MAX_DEPTH = 500;

/**
 * Reads the request's body as JSON, or a form as an object of texts. An empty body counts as `{}`, so that the answer
 * names the missing fields. Throws 400.
 */
export async function readJson(c: ServiceContext): Promise<unknown> {
  const text = decode(await whole(c.req.arrayBuffer()));
  if (text.trim() === "") return {};
  if (isForm(c) && !/^\s*[[{"]/.test(text)) return readForm(text);
  // A long body is read a few milliseconds at a time, since others wait meanwhile.
  return inSlices(parseJsonInSteps(text));
}

/** Tells whether the body may be a form. Scripts sent small changes so; curl gives JSON this type too. */
function isForm(c: ServiceContext): boolean {
  return c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
}

function readForm(text: string): unknown {
  return Object.fromEntries(new URLSearchParams(text));
}

export async function readBytes(c: ServiceContext): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await whole(c.req.arrayBuffer()));
}

async function whole<Body>(body: Promise<Body>): Promise<Body> {
  try {
    return await body;
  } catch {
    throw new HttpError(400, "The request ended before its body was complete.");
  }
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, "The body is not UTF-8 text. Encode it in UTF-8 and send it again.");
  }
}

/**
 * Reads JSON. Throws 400 where it is none, or too deep.
 *
 * @param field The member of the body that holds the text, where it is not the body itself.
 */
export function parseJson(text: string, field?: string): unknown {
  return finished(parseJsonInSteps(text, field));
}

function* parseJsonInSteps(text: string, field?: string): Generator<undefined, unknown> {
  let value: unknown;
  try {
    value = yield* parseInSteps(text);
  } catch (error) {
    throw refusal(`JSON parse error - ${error instanceof Error ? error.message : "unreadable"}`, field);
  }
  if (yield* isDeeper(value, MAX_DEPTH)) throw refusal(`The JSON is nested deeper than ${MAX_DEPTH} levels.`, field);
  return value;
}

function refusal(message: string, field: string | undefined): HttpError {
  return new HttpError(400, [{ message, ...(field !== undefined && { field }) }]);
}

/** How many values are looked at between two pauses. */
const STRETCH = 10_000;

function* isDeeper(value: unknown, depth: number): Generator<undefined, boolean> {
  let level = [value].filter(isObject);
  let left = STRETCH;
  for (let at = 0; level.length > 0; at++) {
    if (at === depth) return true;
    const next: object[] = [];
    for (const container of level) {
      for (const item of Array.isArray(container) ? container : Object.values(container)) {
        if (isObject(item)) next.push(item);
        if (--left > 0) continue;
        left = STRETCH;
        yield;
      }
    }
    level = next;
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
