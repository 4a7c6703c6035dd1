import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { workbenchUrl } from "./development.ts";
import { type ExtensionUnderTest, identityOf } from "./extension.ts";
import { type Code, installCode } from "./install/install.ts";
import { linkExtension } from "./linkedExtension.ts";
import { cache } from "./project.ts";
import { insistOnFree, isFree, startServer } from "./server.ts";
import { Trouble } from "./trouble.ts";
import { copyWorkspace } from "./workspaceCopy.ts";

/**
 * Does the work of `npm start`: runs a VS Code with the extension and its sample until Ctrl-C. It listens at the usual port
 * where that is free; the command line may name another.
 */
export async function startForPerson(extension: ExtensionUnderTest, code: Code, usualPort: number): Promise<never> {
  const { port, open } = commandLine();
  if (port !== undefined) await insistOnFree(port);
  const serverMain = await installCode(console.log, code);
  await extension.build({});
  const folder = copyWorkspace(extension.sample, cache);
  await using server = await startServer({
    serverMain,
    // The folder is kept, so that what the person made is still there the next time.
    dataFolder: join(cache, "start"),
    extensionsFolder: linkExtension(extension.root, join(cache, "start-extensions")),
    automated: false,
    port: port ?? ((await isFree(usualPort)) ? usualPort : 0),
  });
  const url = workbenchUrl(server, { folder });
  console.log(`${identityOf(extension.root).title} is running at ${url}`);
  if (open) openInBrowser(url);
  await server.ended;
  throw new Trouble("VS Code's server ended by itself. Its logs are under .vscode-test/start/data/logs.");
}

function commandLine(): { readonly port: number | undefined; readonly open: boolean } {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" }, open: { type: "boolean", default: false } } });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) throw new Error();
    return { port, open: values.open };
  } catch {
    throw new Trouble("Usage: npm start -- [--port <1-65535>] [--open]");
  }
}

/** Opens the person's own browser. Where that fails, the printed address is enough. */
function openInBrowser(url: string): void {
  const [command, args] =
    process.platform === "darwin"
      ? (["open", [url]] as const)
      : process.platform === "win32"
        ? (["rundll32", ["url.dll,FileProtocolHandler", url]] as const)
        : (["xdg-open", [url]] as const);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.once("error", () => console.log("No browser could be opened: open the address above yourself."));
  child.unref();
}
