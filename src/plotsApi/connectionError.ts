import type { ApiError } from "./apiError.ts";
import { oneLine, perhapsDone } from "./apiError.ts";

// The connection was made, and lost before an answer.
const closedCodes: ReadonlySet<string> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);
const noHttp = "NO_HTTP";

/** The error for a fetch that rejected before any answer. `request` is the request in short, for the log. */
export function connectionError(thrown: unknown, server: string, request: string, write: boolean): ApiError {
  const causes = causesOf(thrown);
  const code = causes.map(codeOf).find((each) => each !== undefined) ?? (causes.some(isNoHttp) ? noHttp : "");
  const detail = `${request}: ${oneLine(causes.map(messageOf).join(": "), 300)}${code === "" ? "" : ` (${code})`}`;
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return timeoutError(server, detail);
  const error: ApiError = { code: "offline", sentence: offlineSentence(code, server), detail };
  return write && (closedCodes.has(code) || code === noHttp) ? perhapsDone(error) : error;
}

export function timeoutError(server: string, detail: string): ApiError {
  return {
    code: "timeout",
    sentence: `${server} did not answer in time. Try again; if it stays silent, check the network and whether the server is well.`,
    detail,
  };
}

export function cancelledError(server: string, detail: string): ApiError {
  return { code: "cancelled", sentence: `The request to ${server} was cancelled.`, detail };
}

function offlineSentence(code: string, server: string): string {
  if (code === "ECONNREFUSED") {
    return `Nothing answers at ${server}. Start the server there, or check its address.`;
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `The name ${server} cannot be found. Check the server's address and the network connection.`;
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return `The certificate of ${server} is not trusted, so nothing was sent. Install the certificate of its issuer on this machine, or ask the server's administrator.`;
  }
  if (code === noHttp) {
    return `What came from ${server} is no answer of a web server. Try again; if it happens again, check the server's address.`;
  }
  if (closedCodes.has(code)) {
    return `${server} closed the connection without an answer. Try again; if it happens again, check the server's address and whether the server is well.`;
  }
  return `${server} cannot be reached. Check the network connection and the server's address.`;
}

/** Node's fetch says "fetch failed" and hides the reason in causes, several of them where it tried several addresses. */
function causesOf(thrown: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let each = thrown; each !== undefined && causes.length < 5;) {
    causes.push(each);
    if (each instanceof AggregateError && each.errors.length > 0) each = each.errors[0];
    else each = each instanceof Error ? each.cause : undefined;
  }
  return causes;
}

/** Something came where an answer begins, and Node's parser cannot read it; the error has a name and no code. */
function isNoHttp(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "HTTPParserError";
}

function codeOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  return typeof code === "string" ? code : undefined;
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
}
