import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The extension that VS Code is started with, as far as this folder has to know it. */
export interface ExtensionUnderTest {
  /** The folder with its package.json, from which VS Code loads it. */
  readonly root: string;
  /** A folder with files to work on. Each window gets a copy of its own. */
  readonly sample: string;
  /** Builds what its package.json names as `main` or `browser`. Throws a `Trouble` where that fails. */
  readonly build: (options: BuildOptions) => Promise<void>;
}

export interface BuildOptions {
  /** Tests in an extension host run only where their full title matches. They can be told so by their bundle alone. */
  readonly grep?: string;
}

/** The facts that an extension's package.json tells. */
export interface Identity {
  /** `publisher.name`. */
  readonly id: string;
  /** Its name for people. */
  readonly title: string;
  readonly version: string;
}

export function identityOf(root: string): Identity {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, string>;
  const { publisher = "", name = "", displayName = name, version = "" } = manifest;
  return { id: `${publisher}.${name}`, title: displayName, version };
}
