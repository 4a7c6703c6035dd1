import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { build as bundle, type Plugin } from "esbuild";
import { type EnginePart, engineParts, withNeeds } from "../../src/figure/schema/engineParts.ts";
import { readAtOnce } from "./eager.ts";
import { engineOptions, type Modules, plotlyCore, readModules, registeredBy } from "./modules.ts";

/** What was built, and of what. */
interface Stamp {
  readonly key: string;
  /** The modules of all parts, relative to the project's folder. */
  readonly inputs: readonly string[];
}

/**
 * Builds the engine's parts into a folder: `<part>.js`, each of which sets `window.EngineParts[part]` to a function that
 * starts it. `<folder>.json` keeps what they were made of: where that is the same, nothing is done. Returns the paths of all
 * modules.
 */
export async function buildEngine(root: string, folder: string): Promise<readonly string[]> {
  const stampFile = `${folder}.json`;
  const key = keyOf(root);
  const before = existsSync(stampFile) ? (JSON.parse(readFileSync(stampFile, "utf8")) as Stamp) : undefined;
  if (before?.key === key) return before.inputs;
  rmSync(stampFile, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const modules = await readModules(root);
  const lent = lentModules(modules);
  for (const part of engineParts) writeFileSync(join(folder, `${part}.js`), await partText(modules, lent, part));
  const inputs = Object.keys(modules.inputs).filter((path) => path.includes("node_modules/"));
  writeFileSync(stampFile, JSON.stringify({ key, inputs } satisfies Stamp));
  return inputs;
}

/** Changes with everything that the parts are made of. */
function keyOf(root: string): string {
  const files = [
    "package-lock.json",
    "src/figure/schema/engineParts.ts",
    ...globSync("build/engine/*.ts", { cwd: root }).toSorted(),
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Numbers the modules that other parts ask for. Throws where a part asks for one that it does not say it needs. */
function lentModules({ inputs, owners }: Modules): ReadonlyMap<string, number> {
  const lent = new Map<string, number>();
  for (const [path, { imports }] of Object.entries(inputs)) {
    const part = owners.get(path);
    if (part === undefined) continue;
    for (const { path: asked, kind } of imports) {
      const owner = owners.get(asked);
      if (owner === undefined || owner === part) continue;
      const isStyle = asked.endsWith(".css");
      if (kind !== "require-call")
        throw new Error(`${path} imports ${asked}, which is in another part, and not by require().`);
      if (!isStyle && !withNeeds([part]).includes(owner))
        throw new Error(
          `${path} in the engine's part "${part}" needs ${asked} in "${owner}", which engineParts.ts does not say.`,
        );
      if (!lent.has(asked)) lent.set(asked, lent.size);
    }
  }
  return lent;
}

/** The script of a part. It takes and gives modules and Plotly itself in `share`. */
async function partText(modules: Modules, lent: ReadonlyMap<string, number>, part: EnginePart): Promise<string> {
  const { root, owners } = modules;
  const asked = (path: string): string => `require(${JSON.stringify(join(root, path))})`;
  const own = [...lent].filter(([path]) => owners.get(path) === part);
  const lending = own.map(([path, id]) => `share.modules[${id}] = function () { return ${asked(path)}; };`);
  const registered = registeredBy(part).map(asked).join(", ");
  const start = part === "core" ? `share.plotly = ${asked(plotlyCore)};` : `share.plotly.register([${registered}]);`;
  const options = engineOptions(root);
  const { outputFiles } = await bundle({
    ...options,
    minify: true,
    stdin: {
      contents: [...lending, start].join("\n"),
      resolveDir: root,
    },
    banner: { js: `(window.EngineParts??={}).${part}=(function(share){` },
    footer: { js: "});" },
    plugins: [borrowed(modules, lent, part), ...(options.plugins ?? [])],
  });
  return readAtOnce(outputFiles![0]!.text);
}

/** Has a module of another part be taken from what that part lends. */
function borrowed({ root, inputs, owners }: Modules, lent: ReadonlyMap<string, number>, part: EnginePart): Plugin {
  return {
    name: "borrowed",
    setup(build) {
      build.onResolve({ filter: /.*/, namespace: "file" }, ({ path, importer }) => {
        const from = inputs[relative(root, importer).replaceAll("\\", "/")];
        const asked = from?.imports.find(({ original }) => original === path)?.path;
        const id = asked === undefined || owners.get(asked) === part ? undefined : lent.get(asked);
        return id === undefined || isAbsolute(path) ? undefined : { path: String(id), namespace: "borrowed" };
      });
      build.onLoad({ filter: /.*/, namespace: "borrowed" }, ({ path }) => ({
        contents: `module.exports = share.modules[${path}]();`,
      }));
    },
  };
}
