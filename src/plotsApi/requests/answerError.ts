import type { FigurePath } from "../../figure/model/path.ts";
import { formatPath } from "../../figure/model/path.ts";
import type { ApiError, FieldError } from "../errors/apiError.ts";
import { oneLine, quoted } from "../errors/apiError.ts";
import { retryAfterSeconds } from "../transport/retryAfter.ts";
import type { Subject } from "./ask.ts";
import type { ErrorBody } from "../bodies/error.ts";
import { LONGEST_PLACE, LONGEST_WORDS } from "../limits.ts";
import { errorBody } from "../bodies/error.ts";
import type { HttpAnswer } from "../transport/exchange.ts";

type StatusCode =
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-large"
  | "throttled"
  | "refused"
  | "server";

/**
 * Makes an error of an answer without success, from its status and what its body says. `now`: milliseconds since 1970.
 */
export function answerError(
  answer: HttpAnswer,
  server: string,
  subject: Subject,
  signedIn: boolean,
  now = Date.now(),
): ApiError {
  const { status, bytes } = answer;
  const text = new TextDecoder().decode(bytes);
  const body = bodyOf(text);
  const message = messageOf(body);
  const says = message === undefined ? "" : ` It says: ${quoted(message)}.`;
  const code = codeOf(status, message);
  const retryAfter =
    code === "throttled" || code === "server" ? retryAfterSeconds(answer.headers, message, now) : undefined;
  const fields = fieldsOf(body);
  return {
    code,
    status,
    sentence: sentenceOf({ code, status, server, subject, signedIn, says, retryAfter }),
    detail: `${answer.summary}: ${oneLine(text, LONGEST_WORDS) || "(no body)"}`,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(fields.length > 0 && { fields }),
  };
}

function codeOf(status: number, message: string | undefined): StatusCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  if (status === 413) return "too-large";
  if (status === 429) return "throttled";
  // A folder's clash comes as a 400 with these words, a file's as a 409.
  if (status === 409 || (status === 400 && message?.includes("already exists"))) return "conflict";
  return status >= 400 && status < 500 ? "refused" : "server";
}

interface Facts {
  readonly code: StatusCode;
  readonly status: number;
  readonly server: string;
  readonly subject: Subject;
  readonly signedIn: boolean;
  readonly says: string;
  readonly retryAfter: number | undefined;
}

function sentenceOf({ code, status, server, subject, signedIn, says, retryAfter }: Facts): string {
  const kept = subject.write ? " Nothing was changed." : "";
  switch (code) {
    case "unauthorized":
      return signedIn
        ? `${server} does not accept your user name and API key.${says} Sign in again with the key that your account there shows.`
        : `${server} asks for a user name and an API key.${says} Sign in to it and try again.`;
    case "forbidden":
      return `${server} does not let you do this with ${subject.name}.${says} Ask its owner, or sign in as someone who may.`;
    case "not-found":
      return subject.file
        ? `${server} does not show ${subject.name}: it was deleted, or it is private.${says} Refresh the list, or sign in as someone who may read it.`
        : `${server} does not know ${subject.name}.${says} Check the server's address: it must be the root of a Plotly v2 API.`;
    case "conflict":
      return `${server} already has a file of that name.${says} Choose another name.`;
    case "too-large":
      return `${server} does not take that much data at once.${says} Make the figure or its columns smaller.${kept}`;
    case "throttled":
      return `${server} asks for a pause between requests.${says} Try again ${pause(retryAfter)}.${kept}`;
    case "refused":
      return `${server} refused ${subject.name} (status ${status}).${says || " It does not say why."}${kept}`;
    case "server":
      break;
  }
  return `${server} failed with ${subject.name} (status ${status}).${says} Try again ${pause(retryAfter)}; if it fails again, its administrator has to look.`;
}

function pause(seconds: number | undefined): string {
  if (seconds === undefined) return "in a while";
  if (seconds < 120) return `in ${Math.ceil(seconds)} seconds`;
  return seconds < 7200 ? `in ${Math.ceil(seconds / 60)} minutes` : `in ${Math.ceil(seconds / 3600)} hours`;
}

function bodyOf(text: string): ErrorBody {
  try {
    return errorBody.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

function messageOf(body: ErrorBody): string | undefined {
  const messages = (body.errors ?? []).map(({ message }) => message?.trim() ?? "").filter((message) => message !== "");
  const text = messages.length > 0 ? [...new Set(messages)].join(" ") : (body.detail?.trim() ?? "");
  return text === "" ? undefined : text;
}

function fieldsOf(body: ErrorBody): readonly FieldError[] {
  return (body.errors ?? []).flatMap(({ path, field, message }) => {
    const place = typeof path === "string" ? path : path ? formatPath(path satisfies FigurePath) : (field ?? "");
    return place === ""
      ? []
      : [{ path: oneLine(place, LONGEST_PLACE), message: oneLine(message ?? "", LONGEST_WORDS) }];
  });
}
