import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build as bundle, type Metafile, type Plugin, transform } from "esbuild";
import { type EnginePart, engineParts, tracesOf, withNeeds } from "../../src/figure/schema/engineParts.ts";
import { withoutReference } from "./strip.ts";

/** The part that each module of the engine belongs to, by its path from the project's folder. */
export type Owners = ReadonlyMap<string, EnginePart>;

/** All modules of the engine. Module paths are relative to `root`, as esbuild's metafile has them. */
export interface Modules {
  readonly root: string;
  readonly inputs: Metafile["inputs"];
  readonly owners: Owners;
}

const plotly = "node_modules/plotly.js";

/** Traces of which plotly.js has a form that needs no eval, with WebGL programs that were compiled before. */
const withoutEval = new Set(["scattergl", "scatterpolargl", "splom", "parcoords"]);

/** Old names of a type, which are read as another. */
const otherNames = new Set(["histogramx", "histogramy"]);

export const plotlyCore = `${plotly}/lib/core.js`;

/** What draws no traces and is lent to other parts, or registered as something else. */
const libraries: { readonly [part in EnginePart]?: readonly string[] } = {
  core: [plotlyCore],
  places: [`${plotly}/src/lib/geo_location_utils.js`],
  regl: [`${plotly}/src/lib/prepare_regl.js`],
};

/** The style sheet of maps, which the core's registry asks for once there is a map. */
const mapStyles = /maplibre-gl\.css$/;

/** The modules that a part registers with plotly.js: its traces, or its component. */
export function registeredBy(part: EnginePart): string[] {
  if (part === "core") return [];
  if (part === "calendars") return [`${plotly}/lib/calendars.js`];
  return tracesOf(part)
    .filter((type) => !otherNames.has(type))
    .map((type) => (withoutEval.has(type) ? `${plotly}/src/traces/${type}/strict.js` : `${plotly}/lib/${type}.js`));
}

/** What every bundle of the engine's modules has in common. */
export function engineOptions(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2023",
    define: { global: "window", "define.amd": "false" },
    // Some packages ask for the regl that plotly.js does not use.
    alias: { regl: "@plotly/regl" },
    loader: { ".glsl": "text" },
    legalComments: "none",
    logLevel: "silent",
    plugins: [engineSources()],
  };
}

/** How modules of the engine are read: style sheets as modules that add them to the page, attributes without texts. */
function engineSources(): Plugin {
  return {
    name: "engine-sources",
    setup(build) {
      build.onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
        contents: withoutReference(path, readFileSync(path, "utf8")),
      }));
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
        return {
          contents: `document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(code)} }));`,
        };
      });
      // This pool asks for Node's buffers, which nothing here takes from it.
      build.onResolve({ filter: /^buffer$/ }, ({ importer }) =>
        /typedarray-pool/.test(importer) ? { path: "no-buffer", namespace: "no-buffer" } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: "no-buffer" }, () => ({
        contents: "exports.Buffer = { isBuffer: function () { return false; } };",
      }));
    },
  };
}

/** Finds all modules of the engine, and which part each belongs to. */
export async function readModules(root: string): Promise<Modules> {
  const roots = new Map(engineParts.map((part) => [part, [...(libraries[part] ?? []), ...registeredBy(part)]]));
  const all = [...roots.values()].flat();
  const { metafile } = await bundle({
    ...engineOptions(root),
    stdin: {
      contents: all.map((path) => `require(${JSON.stringify(join(root, path))});`).join("\n"),
      resolveDir: root,
    },
  });
  const inputs = metafile!.inputs;
  return { root, inputs, owners: ownersOf(inputs, roots) };
}

function ownersOf(inputs: Metafile["inputs"], roots: ReadonlyMap<EnginePart, readonly string[]>): Owners {
  const users = new Map<string, EnginePart[]>();
  for (const part of engineParts)
    for (const path of reached(inputs, roots.get(part) ?? [])) users.set(path, [...(users.get(path) ?? []), part]);
  return new Map([...users].map(([path, parts]) => [path, mapStyles.test(path) ? "map" : ownerOf(parts)]));
}

/** The last part to start of those that every user of a module needs: itself, or what it shares with the others. */
function ownerOf(users: readonly EnginePart[]): EnginePart {
  return engineParts.findLast((part) => users.every((user) => withNeeds([user]).includes(part))) ?? "core";
}

function reached(inputs: Metafile["inputs"], from: readonly string[]): Set<string> {
  const found = new Set(from);
  for (const path of found)
    for (const { path: next, external } of inputs[path]?.imports ?? [])
      if (external !== true && inputs[next] !== undefined) found.add(next);
  return found;
}
