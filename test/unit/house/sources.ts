import { globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";
import { root } from "../../host/paths.ts";

/** A file of the project's own code, its path from the root with forward slashes. */
export interface Source {
  readonly path: string;
  readonly bytes: number;
  /** The project's files that it imports, types among them. */
  readonly imports: readonly string[];
}

const parts = ["src", "webview", "build"];

/** All code that is built or generates what is built; tests and generated tables aside. */
export function readSources(): Source[] {
  return parts
    .flatMap((part) => globSync(`${part}/**/*.{ts,tsx,css}`, { cwd: root }))
    .map((file) => file.replaceAll("\\", "/"))
    .map((path) => ({ path, bytes: statSync(join(root, path)).size, imports: importsOf(path) }));
}

/** The folder that directly holds a file. */
export const folderOf = (path: string): string => dirname(path);

/** A file's name without its ending. */
export const stemOf = (path: string): string => basename(path).replace(/\..*$/, "");

function importsOf(path: string): string[] {
  if (path.endsWith(".css")) return [];
  const text = readFileSync(join(root, path), "utf8");
  const { module } = parseSync(path, text);
  const asked = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
  return asked
    .filter((name) => name?.startsWith(".") === true)
    .map((name) => normalize(join(dirname(path), name ?? "")).replaceAll("\\", "/"));
}
