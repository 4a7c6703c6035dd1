import { LONGEST_WORDS } from "../limits.ts";

/** What went wrong, for code to switch on. The statuses are those of the recorded answers and of the clients' code. */
export type ApiErrorCode =
  /** No connection: unknown name, refused, no network, certificate not trusted, closed before any answer. */
  | "offline"
  | "timeout"
  | "cancelled"
  /** 401: credentials are missing or wrong. */
  | "unauthorized"
  /** 403: the user may not do this. */
  | "forbidden"
  /** 404 and 410. The API says so of other people's private files too. */
  | "not-found"
  /** 409, or a 400 saying that a name already exists. */
  | "conflict"
  /** 400, 422 and other 4xx: the server read the request and says no. */
  | "refused"
  /** 413, or an answer above `largestAnswer`. */
  | "too-large"
  /** 429. */
  | "throttled"
  /** 5xx. */
  | "server"
  /** The body of a successful answer is no JSON. Mostly it is a web page. */
  | "not-json"
  /** The body is JSON, but not what was asked for. `fields` names the places. */
  | "unexpected-shape"
  /** The answer ended before it was complete. */
  | "half-body"
  /** A redirect was not followed: of a write, one too many, or to an unsafe address. */
  | "redirected"
  /** The address belongs to Plotly's public cloud, which has ended. */
  | "retired"
  /** The text is not the address of a server. */
  | "bad-root"
  /** The text is not a file's id. */
  | "bad-fid"
  /** The address lies outside the server, and was not asked. */
  | "elsewhere"
  /** The saved credentials could not be read. */
  | "no-credentials";

/** What is wrong at one place of what was sent or answered. */
export interface FieldError {
  /** The place as people write it: `figure.data[0].y`. Empty where the server does not say. */
  readonly path: string;
  readonly message: string;
}

/** Why a server, or the way to it, gave no value. */
export interface ApiError {
  readonly code: ApiErrorCode;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** A whole sentence or two for the person: which server, what happened, what to do. */
  readonly sentence: string;
  /** Request and answer in short, for the log. It never holds credentials. */
  readonly detail: string;
  /** Asking again would end the same: a certificate is not trusted, or a name not known. */
  readonly lasting?: true;
  /** Seconds to wait before asking again, where the server says. */
  readonly retryAfter?: number;
  readonly fields?: readonly FieldError[];
  /** The server may have carried the write out all the same. The sentence says so too. */
  readonly perhapsDone?: true;
}

const redacted = "[redacted]";

/**
 * Puts the server's words into a sentence of ours: one line of bounded length, without control characters and full
 * stop.
 */
export function quoted(message: string): string {
  const line = oneLine(message, LONGEST_WORDS).replace(/\.+$/, "");
  return `“${line}”`;
}

/** Makes one line of at most `length` characters, for sentences and logs. */
export function oneLine(text: string, length: number): string {
  // Unicode's control and format characters could forge log lines or turn the reading direction.
  const line = text
    .slice(0, length * 4)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** Adds to the error of a write that the server may have carried it out. */
export function perhapsDone(error: ApiError): ApiError {
  const sentence = `${error.sentence} The server may have carried it out all the same. Look before you repeat it.`;
  return { ...error, sentence, perhapsDone: true };
}

/** Takes the secrets out of an error: a server may have sent them back. */
export function withoutSecrets(error: ApiError, secrets: readonly string[]): ApiError {
  if (secrets.length === 0) return error;
  const clean = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
  return {
    ...error,
    sentence: clean(error.sentence),
    detail: clean(error.detail),
    ...(error.fields && {
      fields: error.fields.map(({ path, message }) => ({ path: clean(path), message: clean(message) })),
    }),
  };
}
