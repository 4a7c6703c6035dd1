import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The checkout of the project that this folder belongs to: the nearest folder above with a package.json that has a name. */
export const root = projectAbove(import.meta.dirname);

const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly name: string };

/** The folder for all that is downloaded, unpacked or kept from a run. Git should ignore it. */
export const cache = join(root, ".vscode-test");

export const screenshots = join(cache, "screenshots");

/** Makes an empty folder in the system's temporary one. Its path is short enough for VS Code's sockets. */
export function temporaryFolder(purpose: string): string {
  mkdirSync(tmpdir(), { recursive: true });
  return mkdtempSync(join(tmpdir(), `${name}-${purpose}-`));
}

/** The name of the project's environment variable for a purpose: `MY_PROJECT_BROWSER` in a package called `my-project`. */
export function environmentVariable(purpose: "BROWSER"): { readonly name: string; readonly value: string | undefined } {
  const variable = `${name.toUpperCase().replaceAll(/\W/g, "_")}_${purpose}`;
  const value = process.env[variable];
  return { name: variable, value: value === "" ? undefined : value };
}

function projectAbove(folder: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly name?: string };
    if (manifest.name !== undefined) return folder;
  } catch {
    // This folder has no package.json.
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error("No folder above this one has a package.json with a name.");
  return projectAbove(parent);
}
