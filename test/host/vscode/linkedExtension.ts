import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { identityOf } from "./extension.ts";

/**
 * Makes `folder` an extensions folder of VS Code in which the extension at `root` counts as installed. After a build, a
 * reload of the window runs the new one.
 */
export function linkExtension(root: string, folder: string): string {
  const { id, version } = identityOf(root);
  // VS Code keeps a list of what it found there. Without the list it looks again.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(root, join(folder, `${id}-${version}`), "junction");
  return folder;
}
