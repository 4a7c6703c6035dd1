import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { identityOf } from "./extension.ts";

/**
 * Makes `folder` an extensions folder of VS Code in which the extension at `root` counts as installed: what is built is
 * what runs after the window's next reload.
 */
export function linkExtension(root: string, folder: string): string {
  const { id, version } = identityOf(root);
  // VS Code keeps a list of what it found there; without it, it looks again.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(root, join(folder, `${id}-${version}`), "junction");
  return folder;
}
