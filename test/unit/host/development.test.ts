import { deepEqual, equal } from "node:assert/strict";
import { inWebHost, workbenchUrl } from "../../host/vscode/development.ts";
import { root } from "../../host/paths.ts";
import type { Server } from "../../host/server.ts";

describe("The address of a workbench", () => {
  const server = { url: "http://127.0.0.1:9888", authority: "127.0.0.1:9888" } as Server;

  it("opens a folder whose path has spaces, signs and other letters", () => {
    const url = new URL(workbenchUrl(server, { folder: "/home/zoë/my figures & #1" }));
    equal(url.searchParams.get("folder"), "/home/zoë/my figures & #1");
  });

  it("opens an empty window where no folder is named", () => {
    equal(new URL(workbenchUrl(server, {})).searchParams.get("ew"), "true");
  });

  it("names the extension and its tests on the server", () => {
    const url = new URL(workbenchUrl(server, { extension: "/work", tests: "C:\\dist\\index.js" }));
    deepEqual(Object.fromEntries(JSON.parse(url.searchParams.get("payload") ?? "[]") as [string, string][]), {
      skipWelcome: "true",
      extensionDevelopmentPath: "vscode-remote://127.0.0.1:9888/work",
      extensionTestsPath: "vscode-remote://127.0.0.1:9888/C:/dist/index.js",
    });
  });

  it("sends this extension to the web host by a setting with its identifier", () => {
    deepEqual(inWebHost(root), { "remote.extensionKind": { "plot-files.plot-files": ["web"] } });
  });
});
