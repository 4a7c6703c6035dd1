import * as host from "./vscode/install/install.ts";

/** The VS Code that all tests run in. */
export const newestCode: host.Code = { version: "4.139.1" };

/** The oldest VS Code that the manifest allows; a test compares the two. */
export const oldestCode: host.Code = {
  version: "4.105.1",
  // Under Node 24, its windows reconnect without end.
  node: "22.23.3",
  instead: {
    // It names a git address instead of a registry's version.
    "@parcel/watcher": "2.5.1",
    // Its own version fetches the program from elsewhere when it is installed; this version contains the program.
    "@vscode/ripgrep": "npm:@vscode/ripgrep-universal@1.18.0",
  },
};

/** Installs VS Code into .vscode-test once, telling its progress, and returns the path of its server's main script. */
export async function installCode(say: (line: string) => void, code = newestCode): Promise<string> {
  return host.installCode(say, code);
}
