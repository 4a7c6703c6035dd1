import { parseRoot, type Root } from "../../plotsApi/requests/root.ts";
import { type Outcome, fail, ok } from "../../plotsApi/errors/result.ts";

/** The texts of the files that Plotly's Python client keeps in its folder, `~/.plotly` or `$PLOTLY_DIR`. */
export interface PlotlyFiles {
  readonly folder: string;
  /** `.credentials`: user name and API key. */
  readonly credentials: string | undefined;
  /** `.config`: the domains. */
  readonly config: string | undefined;
}

/** Reads the two files; a missing one is undefined. Works on Node only, and is called only when a person asks for it. */
export type ReadPlotlyFiles = () => Promise<PlotlyFiles>;

export interface PlotlyAccount extends Root {
  /** Undefined where the client was never signed in, for which it writes blank ones. */
  readonly credentials: { readonly username: string; readonly apiKey: string } | undefined;
  /** Whether the client leaves the server's certificate unchecked, as VS Code does not. */
  readonly uncheckedCertificate: boolean;
}

/** The server and the account in the client's files, or why there is none (`missing`, `unreadable`, `retired`, …). */
export function plotlyAccount({ folder, credentials, config }: PlotlyFiles): Outcome<PlotlyAccount> {
  if (credentials === undefined && config === undefined) {
    return no("missing", `There are no files of Plotly's Python client in ${folder}.`);
  }
  const account = record(credentials);
  const settings = record(config);
  if (account === undefined || settings === undefined) {
    const file = account === undefined ? ".credentials" : ".config";
    return no("unreadable", `The file ${file} in ${folder} is not the JSON that Plotly's Python client writes.`);
  }
  // Without a setting of its own, the client asks the public cloud.
  const domain = text(settings, "plotly_api_domain") || text(settings, "plotly_domain") || "https://api.plotly.com";
  const root = parseRoot(domain);
  if (!root.ok) return root;
  const username = text(account, "username");
  const apiKey = text(account, "api_key");
  return ok({
    ...root.value,
    credentials: username === "" || apiKey === "" ? undefined : { username, apiKey },
    uncheckedCertificate: settings["plotly_ssl_verification"] === false,
  });
}

function record(json: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (json === undefined || json.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function text(values: Readonly<Record<string, unknown>>, key: string): string {
  const value = values[key];
  return typeof value === "string" ? value.trim() : "";
}

function no(code: string, sentence: string) {
  return fail({ code, sentence, detail: sentence });
}
