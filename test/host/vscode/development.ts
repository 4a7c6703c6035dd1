import { identityOf } from "./extension.ts";
import type { Server } from "./server.ts";

/** The folder, extension and tests of a window. */
export interface Development {
  /** The folder that is opened as the workspace. */
  readonly folder?: string;
  /** The extension under development: a folder with its package.json. */
  readonly extension?: string;
  /** A bundle that exports `run()`: the window then runs it in the extension host. */
  readonly tests?: string;
}

/** The address of a window of this server in which an extension under development is loaded. */
export function workbenchUrl(server: Server, { folder, extension, tests }: Development): string {
  const onServer = (path: string) => `vscode-remote://${server.authority}${uriPath(path)}`;
  const payload = [["skipWelcome", "true"]];
  if (extension !== undefined) payload.push(["extensionDevelopmentPath", onServer(extension)]);
  if (tests !== undefined) payload.push(["extensionTestsPath", onServer(tests)]);
  const where =
    folder === undefined ? "ew=true" : `folder=${encodeURIComponent(uriPath(folder)).replaceAll("%2F", "/")}`;
  return `${server.url}/?${where}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * The setting that sends an extension to the browser's web worker extension host, as on vscode.dev. (The payload's
 * `extensionDevelopmentKind` is meant for this, but the web workbench of VS Code 1.139 reads it and does not use it.)
 */
export function inWebHost(extension: string): Record<string, unknown> {
  return { "remote.extensionKind": { [identityOf(extension).id]: ["web"] } };
}

/** The path as VS Code writes it in a URI: with slashes, and one before a drive letter. */
function uriPath(path: string): string {
  const slashes = path.replaceAll("\\", "/");
  return slashes.startsWith("/") ? slashes : `/${slashes}`;
}
