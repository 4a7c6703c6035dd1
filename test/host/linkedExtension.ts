import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

/**
 * Makes `folder` an extensions folder of VS Code in which this checkout counts as installed: what is built is what runs
 * after the window's next reload.
 */
export function linkExtension(folder: string): string {
  const { publisher, name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  // VS Code keeps a list of what it found there; without it, it looks again.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(root, join(folder, `${publisher}.${name}-${version}`), "junction");
  return folder;
}
