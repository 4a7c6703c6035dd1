import * as host from "./vscode/install/install.ts";

/** The VS Code that everything is tried in. */
export const newestCode: host.Code = { version: "4.139.1" };

/** The oldest that the manifest admits; a test holds the two together. */
export const oldestCode: host.Code = {
  version: "4.105.1",
  // Under Node 24 its windows reconnect for ever.
  node: "22.23.3",
  instead: {
    // It names a git address, which is no registry.
    "@parcel/watcher": "2.5.1",
    // Its own fetches the program when it is installed, from elsewhere; this one has it inside.
    "@vscode/ripgrep": "npm:@vscode/ripgrep-universal@1.18.0",
  },
};

/** Installs VS Code into .vscode-test once, telling its progress, and returns the path of its server's main script. */
export async function installCode(say: (line: string) => void, code = newestCode): Promise<string> {
  return host.installCode(say, code);
}
