import { LONGEST_WORDS } from "../limits.ts";
import type { ApiError } from "./apiError.ts";
import { oneLine, perhapsDone } from "./apiError.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

// The connection was made, and lost before an answer.
const closedCodes: ReadonlySet<string> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);
const noHttp = "NO_HTTP";

/** Tells why a fetch rejected before any answer. `request` is the request in short, for the log. */
export function connectionError(thrown: unknown, server: string, request: string, write: boolean): ApiError {
  const causes = causesOf(thrown);
  const code = causes.map(codeOf).find((each) => each !== undefined) ?? (causes.some(isNoHttp) ? noHttp : "");
  const detail = `${request}: ${oneLine(causes.map(messageOf).join(": "), LONGEST_WORDS)}${code === "" ? "" : ` (${code})`}`;
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return timeoutError(server, detail);
  const blind = code === "" && causes.some((cause) => browserWords.test(messageOf(cause)));
  const sentence = blind ? blindSentence(server) : offlineSentence(code, server);
  const lasting = blind || isCertificate(code) || /SSL|TLS/.test(code) || code === "ENOTFOUND";
  const error: ApiError = { code: "offline", sentence, detail, ...(lasting && { lasting }) };
  return write && (closedCodes.has(code) || code === noHttp) ? perhapsDone(error) : error;
}

/** Tells that the server was silent for too long. */
export function timeoutError(server: string, detail: string): ApiError {
  return {
    code: "timeout",
    sentence: `${server} did not answer in time. Try again; if it stays silent, check the network and whether the server is well.`,
    detail,
  };
}

/** Tells that the caller wanted to stop. */
export function cancelledError(server: string, detail: string): ApiError {
  return { code: "cancelled", sentence: `The request to ${server} was cancelled.`, detail };
}

/** Tells that an answer ended too early, by its declared length or by its JSON. */
export function halfBodyError(server: string, status: number, detail: string): ApiError {
  const sentence = `The answer of ${server} broke off before its end, and nothing of it was used. Try again.`;
  return { code: "half-body", status, sentence, detail };
}

// How Chromium, Firefox and Safari say that a page may not know why it got no answer.
const browserWords = /^(Failed to fetch|NetworkError when attempting|Load failed)/;

/** A browser does not say whether a server is not there or does not allow the page to ask (CORS). */
function blindSentence(server: string): string {
  return `${server} cannot be reached from a browser. Either it does not answer, or it does not allow this page to ask (CORS): check its address, ask its administrator to allow the origin, or use VS Code on a computer.`;
}

function isCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
}

function offlineSentence(code: string, server: string): string {
  if (code === "ECONNREFUSED") {
    return `Nothing answers at ${server}. Start the server there, or check its address.`;
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `The name ${server} cannot be found. Check the server's address and the network connection.`;
  }
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") {
    return `The certificate of ${server} is not valid at this time, so nothing was sent. Check this computer's clock; if it is right, the server's administrator has to renew the certificate.`;
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `The certificate of ${server} is for another name, so nothing was sent. Use the name that the certificate is for as the server's address, or ask the server's administrator.`;
  }
  if (isCertificate(code)) {
    return `The certificate of ${server} is not trusted, so nothing was sent. Install the certificate of its issuer on this machine, where VS Code finds it (setting http.systemCertificates), or ask the server's administrator.`;
  }
  if (/SSL|TLS/.test(code)) {
    return `${server} and this computer found no way to encrypt their connection, so nothing was sent. Check whether the address should begin with http:// or has another port, or ask the server's administrator.`;
  }
  if (code === noHttp) {
    return `${server} sent something that is not the answer of a web server. Try again; if it happens again, check the server's address.`;
  }
  if (closedCodes.has(code)) {
    return `${server} closed the connection without an answer. Try again; if it happens again, check the server's address and whether the server is well.`;
  }
  return `${server} cannot be reached. Check the network connection and the server's address.`;
}

/**
 * Node's fetch says "fetch failed" and hides the reason in causes, several of them where it tried several addresses.
 */
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
