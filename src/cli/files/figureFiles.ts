import { globSync, readdirSync, statSync, type Stats } from "node:fs";
import { join } from "node:path";
import { CommandFailure, fileFailure } from "../program/failure.ts";

/** The name of the standard input among files. */
export const standardInput = "-";

const FIGURE = /\.plotly(\.json)?$/i;

/**
 * Lists the files that are meant, each once, with paths from the working directory: files as named, the figures of folders,
 * and what patterns match. Throws a CommandFailure for a name that means nothing.
 */
export function findFiles(named: readonly string[]): string[] {
  const found = new Set<string>();
  for (const name of named) {
    if (name === standardInput) {
      found.add(name);
      continue;
    }
    const stats = statusOf(name);
    if (stats?.isDirectory() === true) for (const file of figuresIn(name)) found.add(file);
    else if (stats !== undefined) found.add(name);
    else for (const file of matching(name)) found.add(file);
  }
  return [...found];
}

function statusOf(name: string): Stats | undefined {
  try {
    return statSync(name);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EINVAL") return undefined;
    throw fileFailure(name, "read", error);
  }
}

/** Folders of tools and packages, which hold other people's figures, are left out. */
function figuresIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory())
          return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : figuresIn(path);
        return FIGURE.test(entry.name) && !isFolder(path) ? [path] : [];
      });
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw fileFailure(folder, "read", error);
  }
}

function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() !== false;
}

/** Expands a pattern, for shells that leave patterns alone and for patterns in quotes. */
function matching(pattern: string): string[] {
  const files = /[*?[{]/.test(pattern) ? globSync(pattern).filter((path) => !isFolder(path)) : [];
  if (files.length > 0) return files.toSorted();
  throw new CommandFailure(
    /[*?[{]/.test(pattern) ? `No file matches ${pattern}.` : `There is no file or folder ${pattern}.`,
  );
}
