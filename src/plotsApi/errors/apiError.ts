import { LONGEST_WORDS } from "../limits.ts";

/** What went wrong, for code to switch on. Statuses as the recorded answers and the clients' code show them. */
export type ApiErrorCode =
  /** No connection: unknown name, refused, no network, certificate not trusted, closed before any answer. */
  | "offline"
  | "timeout"
  | "cancelled"
  /** 401: no credentials where some are needed, or wrong ones. */
  | "unauthorized"
  /** 403: signed in, but not allowed. */
  | "forbidden"
  /** 404 and 410; the API says so of private files of others too. */
  | "not-found"
  /** 409, or a 400 saying that a name already exists. */
  | "conflict"
  /** 400, 422 and other 4xx: the server read the request and says no. */
  | "refused"
  /** 413, or an answer beyond the client's own bound. */
  | "too-large"
  /** 429. */
  | "throttled"
  /** 5xx. */
  | "server"
  /** An answer of success whose body is no JSON: mostly a web page. */
  | "not-json"
  /** JSON, but not what was asked for; `fields` names the places. */
  | "unexpected-shape"
  /** The answer ended before it was complete. */
  | "half-body"
  /** A redirect that is not followed: of a write, too many, or to an unsafe address. */
  | "redirected"
  /** The address belongs to Plotly's public cloud, which has ended. */
  | "retired"
  /** The text is not the address of a server. */
  | "bad-root"
  /** The text is not a file's id. */
  | "bad-fid"
  /** The address lies outside the configured server and was not asked. */
  | "elsewhere"
  /** The saved credentials could not be read. */
  | "no-credentials";

export interface FieldError {
  /** Where, as people write it: `figure.data[0].y`; empty where the server does not say. */
  readonly path: string;
  readonly message: string;
}

export interface ApiError {
  readonly code: ApiErrorCode;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** A whole sentence or two for the person: which server, what happened, what to do. */
  readonly sentence: string;
  /** For the log: request and answer in short. Never holds credentials. */
  readonly detail: string;
  /** Asked again, it would be the same: a certificate that is not trusted, a name that is not known. */
  readonly lasting?: true;
  /** Seconds to wait before asking again, where the server says. */
  readonly retryAfter?: number;
  readonly fields?: readonly FieldError[];
  /** A write that failed so that the server may have carried it out all the same; the sentence says so too. */
  readonly perhapsDone?: true;
}

const redacted = "[redacted]";

/** The server's words within a sentence of ours: one line, no control characters, bounded, without its full stop. */
export function quoted(message: string): string {
  const line = oneLine(message, LONGEST_WORDS).replace(/\.+$/, "");
  return `“${line}”`;
}

/** One line of at most `length` characters, for sentences and logs. */
export function oneLine(text: string, length: number): string {
  // Unicode's control and format characters could forge log lines or turn the reading direction.
  const line = text
    .slice(0, length * 4)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** The error of a write, where the server may have carried it out although no good answer came. */
export function perhapsDone(error: ApiError): ApiError {
  const sentence = `${error.sentence} It may have been carried out all the same: look before you repeat it.`;
  return { ...error, sentence, perhapsDone: true };
}

/** The same error without any of the secrets, which a server may have echoed. */
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
