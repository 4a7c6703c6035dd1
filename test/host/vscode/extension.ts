import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An extension that a VS Code is started with: all that this folder has to know of it. */
export interface ExtensionUnderTest {
  /** The folder with its package.json, from which VS Code loads it. */
  readonly root: string;
  /** A folder with files to work on. Every window gets a copy of its own. */
  readonly sample: string;
  /** Makes what its package.json names as `main` or `browser`. Throws a `Trouble` where that fails. */
  readonly build: (options: BuildOptions) => Promise<void>;
}

export interface BuildOptions {
  /** Tests in an extension host run only where their full title matches. They can be told so by their bundle alone. */
  readonly grep?: string;
}

/** What an extension's package.json says of it. */
export interface Identity {
  /** `publisher.name`. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  readonly version: string;
}

export function identityOf(root: string): Identity {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, string>;
  const { publisher = "", name = "", displayName = name, version = "" } = manifest;
  return { id: `${publisher}.${name}`, title: displayName, version };
}
