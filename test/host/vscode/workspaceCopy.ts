import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A fresh copy of a sample folder, as `sample-workspace` under `parent`. */
export function copyWorkspace(sample: string, parent: string): string {
  const folder = join(parent, "sample-workspace");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(sample, folder, { recursive: true });
  return folder;
}
