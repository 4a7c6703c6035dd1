import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of which something is shipped, with what its authors ask to be shipped with it. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says: `MIT`. */
  readonly license: string;
  /** Its licence and notice files, in the order of their names; none where the package brings no such file. */
  readonly texts: readonly string[];
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  /** As packages wrote it before 2014. */
  readonly licenses?: readonly { readonly type?: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder of the package that a file belongs to, `node_modules/@hono/node-server`; undefined for files of our own. */
export function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll("\\", "/"))?.[0];
}

/** The packages of these files, each once, by name. @param root Folder that `node_modules` is in. */
export function shippedPackages(root: string, files: Iterable<string>): ShippedPackage[] {
  const folders = new Set([...files].flatMap((file) => packageFolder(file) ?? []));
  const packages = [...folders].map((folder) => readPackage(join(root, folder)));
  return [...new Map(packages.map((each) => [`${each.name}@${each.version}`, each])).values()].toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

/** The folders of what a package depends on at any depth, as far as it is installed: what its own bundle may hold. */
export function dependencyFolders(root: string, name: string): string[] {
  const found = new Set<string>();
  const visit = (folder: string): void => {
    for (const dependency of Object.keys(packageFile(join(root, folder)).dependencies ?? {})) {
      const nested = `${folder}/node_modules/${dependency}`;
      const place = existsSync(join(root, nested)) ? nested : `node_modules/${dependency}`;
      // Types are written, not shipped.
      if (found.has(place) || dependency.startsWith("@types/") || !existsSync(join(root, place))) continue;
      found.add(place);
      visit(place);
    }
  };
  visit(`node_modules/${name}`);
  return [...found];
}

/** All of it as one text; a licence that several packages bring in the same words stands there once. */
export function noticesText(packages: readonly ShippedPackage[], more: readonly string[] = []): string {
  const byText = Map.groupBy(packages, ({ texts, license }) =>
    texts.length > 0 ? texts.join("\n\n") : `${license}. The package brings no text of its licence.`,
  );
  const rule = "=".repeat(80);
  const parts = [...byText].map(([text, those]) => {
    const names = those.map(({ name, version, license }) => `${name} ${version} (${license})`);
    return `${rule}\n${names.join("\n")}\n${rule}\n\n${text.trim()}\n`;
  });
  const head = "Plot Files ships with parts of the packages below. Their authors' notices follow.\n";
  return [head, ...parts, ...more.map((text) => `${rule}\n${text.trim()}\n`)].join("\n");
}

function readPackage(folder: string): ShippedPackage {
  const { name, version, license, licenses } = packageFile(folder);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file) && !/\.(js|ts|json)$/.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  const named = typeof license === "string" ? license : (license ?? licenses?.[0])?.type;
  return { name, version, license: named ?? "licence not named", texts };
}

function packageFile(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
}
