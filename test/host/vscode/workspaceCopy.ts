import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Copies a sample folder to `sample-workspace` in `parent`. */
export function copyWorkspace(sample: string, parent: string): string {
  const folder = join(parent, "sample-workspace");
  mkdirSync(folder, { recursive: true });
  // The folder itself stays: a window that has it open would lose sight of it.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(sample, folder, { recursive: true });
  return folder;
}
