import assert from "node:assert/strict";
import { type PlotlyAccount, plotlyAccount } from "../../../../src/workbench/serverCommands/plotlyFiles.ts";

// As chart_studio.tools writes them.
const credentials = {
  username: "alice",
  api_key: "k3y",
  proxy_username: "",
  proxy_password: "",
  stream_ids: [],
};
const config = {
  plotly_domain: "https://plots.example.com",
  plotly_streaming_domain: "stream.plotly.com",
  plotly_api_domain: "https://api.plots.example.com",
  plotly_ssl_verification: true,
  plotly_proxy_authorization: false,
  world_readable: true,
  sharing: "public",
  auto_open: true,
};
const folder = "/home/alice/.plotly";

function read(own: unknown, domains: unknown) {
  const text = (value: unknown) => (value === undefined || typeof value === "string" ? value : JSON.stringify(value));
  return plotlyAccount({ folder, credentials: text(own), config: text(domains) });
}
function found(own: unknown, domains: unknown): PlotlyAccount {
  const account = read(own, domains);
  assert.ok(account.ok, account.ok ? "" : account.error.sentence);
  return account.value;
}
function refused(own: unknown, domains: unknown, code: string, words: RegExp) {
  const account = read(own, domains);
  assert.ok(!account.ok);
  assert.equal(account.error.code, code);
  assert.match(account.error.sentence, words);
}

describe("The files of Plotly's Python client", () => {
  it("name the server of the API, the user and the key", () => {
    assert.deepEqual(found(credentials, config), {
      root: "https://api.plots.example.com/v2",
      host: "api.plots.example.com",
      credentials: { username: "alice", apiKey: "k3y" },
      uncheckedCertificate: false,
    });
  });

  it("may name the server by its other domain alone, as some installations do", () => {
    const { root } = found(credentials, { ...config, plotly_api_domain: "" });
    assert.equal(root, "https://plots.example.com/v2");
  });

  it("are of no account where the client was not signed in", () => {
    assert.equal(found({ ...credentials, username: "", api_key: "" }, config).credentials, undefined);
    assert.equal(found({ ...credentials, api_key: " " }, config).credentials, undefined);
    assert.equal(found(undefined, config).credentials, undefined);
    assert.equal(found({ ...credentials, username: 7 }, config).credentials, undefined);
  });

  it("lead to the cloud that has ended where they name no server or that one, which is said", () => {
    refused(credentials, undefined, "retired", /ended on 31 October 2025/);
    refused(credentials, { ...config, plotly_api_domain: "https://api.plotly.com" }, "retired", /api\.plotly\.com/);
  });

  it("tell of unencrypted connections and unchecked certificates", () => {
    const account = found(credentials, {
      ...config,
      plotly_api_domain: "http://plots.example.com",
      plotly_ssl_verification: false,
    });
    assert.match(account.warning ?? "", /unencrypted/);
    assert.ok(account.uncheckedCertificate);
  });

  it("may not be there, or not be what the client writes", () => {
    refused(undefined, undefined, "missing", /no files of Plotly's Python client in \/home\/alice\/\.plotly\./);
    refused("{half", config, "unreadable", /^The file \.credentials /);
    refused(credentials, "[]", "unreadable", /^The file \.config /);
  });
});
