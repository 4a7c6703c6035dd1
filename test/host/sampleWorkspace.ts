import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

/** A fresh copy of the sample figures in a folder of this name under `parent`. */
export function sampleWorkspace(parent: string): string {
  const folder = join(parent, "sample-workspace");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "test", "fixtures", "workspace"), folder, { recursive: true });
  return folder;
}
