import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that is downloaded, unpacked or kept from a run; ignored by git. */
export const cache = join(root, ".vscode-test");

export const screenshots = join(cache, "screenshots");

/** A new empty folder under the system's own temporary one, whose path is short enough for VS Code's sockets. */
export function temporaryFolder(name: string): string {
  mkdirSync(tmpdir(), { recursive: true });
  return mkdtempSync(join(tmpdir(), `plot-files-${name}-`));
}
