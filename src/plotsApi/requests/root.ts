import { LONGEST_PLACE, LONGEST_TYPED } from "../limits.ts";
import type { ApiError } from "../errors/apiError.ts";
import { oneLine } from "../errors/apiError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";

/** The address of a server, as it is kept and shown. */
export interface Root {
  /** The v2 root without trailing slash: `https://plots.example.com/v2`. */
  readonly root: string;
  /** Host and port, as sentences name the server. */
  readonly host: string;
  /** A sentence to show before the address is used. */
  readonly warning?: string;
}

// The API's and the web's hosts of the public cloud, as the documentation and its recorded answers name them.
const retiredHosts = new Set([
  "api.plot.ly",
  "api.plotly.com",
  "plot.ly",
  "www.plot.ly",
  "plotly.com",
  "www.plotly.com",
  "chart-studio.plotly.com",
]);

/**
 * Makes the root of a v2 API of what a person types or pastes as a server's address. Errors: `bad-root`, `retired`.
 * Without a scheme it means https, and http for this machine itself. It adds `/v2` where that is missing, and drops
 * what follows it (`/plots?…`) and the page of a plot (`/~owner/30/`).
 */
export function parseRoot(text: string): Result<Root> {
  const typed = text.trim();
  const example = "such as https://plots.example.com";
  if (typed === "") return badRoot(typed, `Type the address of a plot server, ${example}.`);
  const shown = `“${oneLine(typed, LONGEST_TYPED)}”`;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return badRoot(
      typed,
      `A plot server is reached by https:// or http://, not by ${scheme}://. Type an address ${example}.`,
    );
  }
  const url = URL.parse(scheme === undefined ? withScheme(typed) : typed);
  // The URL parser would take "/v2", "https:/host" and "C:\\x" for hosts of some sort.
  const misread = /^\/|^https?:\/\/\/|\\/i.test(typed) || (scheme === undefined && /^https?:/i.test(typed));
  if (!url || url.hostname === "" || misread) {
    return badRoot(typed, `${shown} is not the address of a server. Type one ${example}.`);
  }
  if (url.username !== "" || url.password !== "") {
    // Not shown again: it holds a password.
    const sentence =
      "The address holds a user name or password. Leave them out of it and sign in to the server instead.";
    return fail({ code: "bad-root", sentence, detail: "The typed address has user information." });
  }
  const retired = retiredError(url);
  if (retired) return fail(retired);

  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const version = segments.indexOf("v2");
  const page = segments.findIndex((segment) => segment.startsWith("~"));
  if (version !== -1) segments.length = version;
  else if (page !== -1) segments.length = page;
  const root = [url.origin, ...segments, "v2"].join("/");
  if (url.protocol === "https:" || isLoopback(url)) return ok({ root, host: url.host });
  const warning = `${url.host} would be asked over http://, where your API key and your figures travel unencrypted. Use https:// if the server offers it.`;
  return ok({ root, host: url.host, warning });
}

/** Says whether the address is this machine's own. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname;
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** Gives the error for a host of the public cloud, which has ended, so that it is not asked. */
export function retiredError(url: URL): ApiError | undefined {
  const host = url.hostname.replace(/\.$/, "");
  if (!retiredHosts.has(host)) return undefined;
  return {
    code: "retired",
    sentence:
      `${host} belongs to Plotly's public Chart Studio cloud, which ended on 31 October 2025 and answers no more. ` +
      "Use the built-in plot service, or the address of your company's own Chart Studio or another v2 server. " +
      "Figures you downloaded from the cloud can be opened as files.",
    detail: `${host} is a host of the retired public cloud; nothing was sent.`,
  };
}

function withScheme(typed: string): string {
  const secure = URL.parse(`https://${typed}`);
  return secure && isLoopback(secure) ? `http://${typed}` : `https://${typed}`;
}

function badRoot(typed: string, sentence: string): Result<Root> {
  return fail({
    code: "bad-root",
    sentence,
    detail: `Not an address of a server: ${oneLine(typed.replace(/\/\/[^/@]*@/, "//"), LONGEST_PLACE)}`,
  });
}
