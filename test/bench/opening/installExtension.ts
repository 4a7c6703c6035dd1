import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes an extension of one script into an extensions folder of VS Code. Returns its id. */
export function installExtension(
  extensionsFolder: string,
  name: string,
  code: string,
  manifest: Record<string, unknown>,
): string {
  const identity = { name, publisher: "plot-files-bench", version: "1.0.0" };
  const id = `${identity.publisher}.${name}`;
  const folder = join(extensionsFolder, `${id}-${identity.version}`);
  mkdirSync(folder, { recursive: true });
  const whole = { ...identity, main: "./main.js", engines: { vscode: "^1.105.0" }, ...manifest };
  writeFileSync(join(folder, "package.json"), JSON.stringify(whole));
  writeFileSync(join(folder, "main.js"), code);
  return id;
}
