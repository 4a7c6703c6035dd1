import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a tag releases. */
export interface Release {
  readonly version: string;
  /** Whether the registries offer it to those alone who asked for pre-releases. */
  readonly preRelease: boolean;
  /** The changelog's section on this version, in Markdown, without its heading. */
  readonly notes: string;
}

/**
 * Reads what a tag `v<version>` releases.
 * An odd minor version is a pre-release: registries know no other versions than three numbers, so that the numbers have
 * to say it (VS Code's own convention).
 * @throws Error Where the tag, the manifest and the changelog do not name the same version.
 */
export function releaseOf(tag: string, manifest: string, changelog: string): Release {
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const minor = /^\d+\.(\d+)\.\d+$/.exec(version)?.[1];
  if (minor === undefined) throw new Error(`The version in package.json must be three numbers, and is ${version}.`);
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json has the version ${version}.`);
  const notes = changelog
    .split(/^## /m)
    .find((section) => section.split("\n", 1)[0]?.trim() === version)
    ?.slice(version.length)
    .trim();
  if (notes === undefined || notes === "") throw new Error(`CHANGELOG.md says nothing under "## ${version}".`);
  return { version, preRelease: Number(minor) % 2 === 1, notes };
}

/** `node build/release.ts <tag> <notes file>`: writes the notes, and prints the rest as outputs of a workflow's step. */
if (import.meta.main) {
  const [tag = "", notesFile = ""] = process.argv.slice(2);
  const read = (name: string): string => readFileSync(join(import.meta.dirname, "..", name), "utf8");
  const { version, preRelease, notes } = releaseOf(tag, read("package.json"), read("CHANGELOG.md"));
  writeFileSync(notesFile, `${notes}\n`);
  process.stdout.write(`version=${version}\npre-release=${preRelease}\n`);
}
