import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The checkout of the project that this folder is a part of: the nearest folder above whose package.json has a name. */
export const root = projectAbove(import.meta.dirname);

const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly name: string };

/** Everything that is downloaded, unpacked or kept from a run. Git should ignore it. */
export const cache = join(root, ".vscode-test");

export const screenshots = join(cache, "screenshots");

/** A new empty folder under the system's own temporary one, whose path is short enough for VS Code's sockets. */
export function temporaryFolder(purpose: string): string {
  mkdirSync(tmpdir(), { recursive: true });
  return mkdtempSync(join(tmpdir(), `${name}-${purpose}-`));
}

/** The project's environment variable of this purpose: `MY_PROJECT_BROWSER` in a package that is called `my-project`. */
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
    // There is none in this folder.
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error("No folder above this one has a package.json with a name.");
  return projectAbove(parent);
}
