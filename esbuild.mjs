// Builds dist/. Flags: --watch, --production (minified, no source maps, no test bundles).
import { existsSync, globSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { context } from "esbuild";
import { buildEngine } from "./build/engine/engine.ts";
import { dependencyFolders, noticesText, shippedPackages } from "./build/notices.ts";
import { fontParts } from "./webview/math/fontParts.ts";

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** Where a bundle runs, as esbuild's options. */
const node = {
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["vscode"],
  // VS Code logs an error when an extension on Node as much as looks at it, which zod does to know its surroundings.
  define: { navigator: "undefined" },
};
/** The extension's own code, which Node and browsers load as one and the same file. */
const anyHost = { platform: "browser", target: "es2023", format: "cjs", external: ["vscode"], define: node.define };
const worker = {
  platform: "browser",
  target: "es2023",
  format: "cjs",
  external: ["vscode"],
  alias: { "node:assert/strict": "./test/workbench/assert.web.ts" },
  // What the npm package assert looks for in Node's process, which is not there.
  define: { "process.env.NODE_DEBUG": '""', "process.stderr": "undefined" },
};
const page = {
  platform: "browser",
  target: "es2023",
  format: "iife",
  loader: { ".svg": "text" },
};

/**
 * Every bundle: dist/<out>.js from <entry>. A `lazy` one stays a file of its own when another imports it with `import()`.
 * Of a bundle with a `shared` module others take that module: a browser loads one file only, so that Node's entry has to
 * borrow from the browser's, or else the package would hold all of the extension twice.
 */
const bundles = [
  { out: "extension", entry: "src/extension.ts", runs: node },
  { out: "extension.web", entry: "src/extension.web.ts", runs: anyHost, shared: "extension.web.ts" },
  { out: "plotService", entry: "src/plotService/service.ts", runs: node, lazy: true },
  { out: "listen", entry: "src/plotService/listen.ts", runs: node, lazy: true },
  { out: "fileReader", entry: "src/fileReader/fileReader.ts", runs: node, lazy: true },
  { out: "cli", entry: "src/cli/main.ts", runs: { ...node, banner: { js: "#!/usr/bin/env node" } } },
  { out: "preview", entry: "webview/preview.ts", runs: page },
  { out: "inspector", entry: "webview/inspector/panel/inspector.tsx", runs: page },
  { out: "mathjax/mathjax", entry: "webview/math/mathJax.ts", runs: page },
  { out: "test/workbench/index", entry: "test/workbench/index.ts", runs: node, test: true },
  { out: "test/asleep/index", entry: "test/asleep/index.ts", runs: node, test: true },
  { out: "test/bench/activation", entry: "test/bench/activationHost.ts", runs: node, test: true },
  { out: "test/workbench.web/index", entry: "test/workbench/index.web.ts", runs: worker, test: true },
];

/**
 * Every file that is copied as it is: dist/<to> from node_modules/<from>. They are the parts of the formulas' font that
 * are loaded when a formula needs them.
 */
const copies = fontParts.map((part) => ({
  to: `mathjax/fonts/${part}.js`,
  from: `@mathjax/mathjax-newcm-font/svg/dynamic/${part}.js`,
}));

/** Keeps `import("…/plotService/service.ts")` out of the extension's bundle, so that it costs nothing until it is used. */
const lazyBundles = {
  name: "lazy-bundles",
  setup(build) {
    for (const { entry, out } of bundles.filter((bundle) => bundle.lazy)) {
      const tail = entry.split("/").slice(-2).join("/").replaceAll(".", "\\.");
      build.onResolve({ filter: new RegExp(`(^|/)${basename(entry).replaceAll(".", "\\.")}$`) }, (args) => {
        const asked = join(args.resolveDir, args.path).replaceAll("\\", "/");
        return args.kind === "dynamic-import" && new RegExp(`${tail}$`).test(asked)
          ? { path: `./${out}.js`, external: true }
          : undefined;
      });
    }
  },
};

/** Has the extension's entry for Node take what it shares with the browser's from that one's bundle. */
const sharedModules = ({ out }) => ({
  name: "shared-modules",
  setup(build) {
    if (out !== "extension") return;
    for (const { shared, out: holder } of bundles.filter((bundle) => bundle.shared !== undefined))
      build.onResolve({ filter: new RegExp(`^\\./${shared.replaceAll(".", "\\.")}$`) }, () => ({
        path: `./${holder}.js`,
        external: true,
      }));
  },
});

/** Gives `import("every-test")` of a test bundle all test files beside it, but to a worker none that needs Node. */
const everyTest = ({ entry, runs }) => ({
  name: "every-test",
  setup(build) {
    const folder = join(root, dirname(entry));
    build.onResolve({ filter: /^every-test$/ }, ({ path }) => ({ path, namespace: "every-test" }));
    build.onLoad({ filter: /.*/, namespace: "every-test" }, () => ({
      contents: globSync("**/*.test.ts", { cwd: folder })
        .filter((file) => runs !== worker || !file.endsWith(".node.test.ts"))
        .toSorted()
        .map((file) => `import ${JSON.stringify(`./${file.replaceAll("\\", "/")}`)};`)
        .join("\n"),
      resolveDir: folder,
      watchDirs: [folder],
    }));
  },
});

/** Mocha's browser build sits in an ES module package but looks for CommonJS, and would take our bundle's exports. */
const browserMocha = {
  name: "browser-mocha",
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `const module = undefined, exports = undefined, define = undefined;\n${readFileSync(path, "utf8")}`,
    }));
  },
};

let building = 0;

/** Says when a round of builds begins and ends, for the problem matcher in .vscode/tasks.json. */
const rounds = {
  name: "rounds",
  setup(build) {
    build.onStart(() => {
      if (building === 0) console.log("[watch] build started");
      building += 1;
    });
    build.onEnd(() => {
      building -= 1;
      if (building === 0) console.log("[watch] build finished");
    });
  },
};

function options(bundle) {
  const { out, entry, runs } = bundle;
  return {
    ...runs,
    absWorkingDir: root,
    entryPoints: { [out]: entry },
    outdir: "dist",
    bundle: true,
    minify: production,
    sourcemap: !production,
    sourcesContent: false,
    // They stand in the notices, of which a bundle's inputs tell what has to be there.
    legalComments: "none",
    metafile: true,
    // Extension hosts load CommonJS: an import() of a file of ours becomes a require in a promise.
    supported: runs.format === "cjs" ? { "dynamic-import": false } : {},
    define: {
      ...runs.define,
      "process.env.NODE_ENV": production ? '"production"' : '"development"',
      // Which tests to run, which an extension host could not be told otherwise.
      "process.env.PLOT_FILES_GREP": JSON.stringify(process.env.PLOT_FILES_GREP ?? ""),
    },
    plugins: [lazyBundles, sharedModules(bundle), everyTest(bundle), browserMocha, ...(watch ? [rounds] : [])],
    logLevel: "warning",
  };
}

/** A file made from another carries the other's time; one that does is not made again. */
const isMade = (target, source) =>
  existsSync(target) && Math.abs(statSync(target).mtimeMs - statSync(source).mtimeMs) < 1000;

function make(target, source, contents) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, contents);
  utimesSync(target, statSync(source).mtime, statSync(source).mtime);
}

function copy(to, from) {
  const [target, source] = [join(root, "dist", to), join(root, "node_modules", from)];
  if (!isMade(target, source)) make(target, source, readFileSync(source));
}

/**
 * The engine's maps, one script each. plotly.js publishes them as one file of 5 MB that overwrites
 * `window.Plotly`, so that file is evaluated here, away from any page, and each map is written out.
 */
function buildMaps() {
  const source = join(root, "node_modules/plotly.js/dist/plotly-geo-assets.js");
  const folder = join(root, "dist/plotly/topojson");
  if (isMade(join(folder, "world_110m.js"), source)) return;
  const sandbox = { module: { exports: {} }, window: {} };
  vm.runInNewContext(readFileSync(source, "utf8"), sandbox);
  for (const [name, map] of Object.entries(sandbox.module.exports.topojson)) {
    const place = `((window.PlotlyGeoAssets ??= {}).topojson ??= {})[${JSON.stringify(name)}]`;
    make(join(folder, `${name}.js`), source, `${place} = ${JSON.stringify(map)};\n`);
  }
}

/** The icons of maps, one script: the outline of each by its name. All are paths in a square of 15 by 15. */
function buildMapIcons() {
  const folder = join(root, "node_modules/@mapbox/maki/icons");
  const source = join(root, "node_modules/@mapbox/maki/package.json");
  const target = join(root, "dist/plotly/maki.js");
  if (isMade(target, source)) return;
  const outlineOf = (svg) =>
    [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path.replaceAll(/(?:&#x[\dA-F]+;|\s)+/g, " ")).join("");
  const outlines = Object.fromEntries(
    globSync("*.svg", { cwd: folder })
      .toSorted()
      .map((file) => [basename(file, ".svg"), outlineOf(readFileSync(join(folder, file), "utf8"))]),
  );
  make(target, source, `window.MakiOutlines = ${JSON.stringify(outlines)};\n`);
}

/**
 * What VS Code's JSON service knows of figures, and the inspector's reference, from the schema of the engine that ships.
 * They take seconds to make.
 */
async function buildFigureSchema() {
  const target = join(root, "dist/schemas/figure.schema.json");
  const manual = join(root, "dist/manual.js");
  const described = join(root, "node_modules/plotly.js/dist/plot-schema.json");
  const folder = join(root, "build/schema");
  const sources = [
    join(root, "node_modules/plotly.js-dist-min/plotly.min.js"),
    described,
    ...globSync("{json/*.ts,plotSchema.ts,manual/*.ts,olderDataAttributes.json}", { cwd: folder }).map((file) =>
      join(folder, file),
    ),
  ];
  const newest = sources.reduce((a, b) => (statSync(a).mtimeMs > statSync(b).mtimeMs ? a : b));
  if (isMade(target, newest) && isMade(manual, newest)) return;
  const { loadEngine } = await import("./build/schema/engine.ts");
  const { figureJsonSchema } = await import("./build/schema/json/jsonSchema.ts");
  const read = (file) => JSON.parse(readFileSync(file, "utf8"));
  const { buildManual } = await import("./build/schema/manual/buildManual.ts");
  const { removed } = read(join(folder, "olderDataAttributes.json"));
  const engine = loadEngine().PlotSchema.get();
  make(target, newest, JSON.stringify(figureJsonSchema(engine, read(described), removed)));
  // As a text, which a browser takes up faster than an object.
  const text = JSON.stringify(JSON.stringify(buildManual(engine, read(described))));
  make(manual, newest, `window.PlotManual = ${text};\n`);
}

/** What VS Code proposes in a .plotfilesrc.json. */
async function buildRuleFileSchema() {
  const { ruleFileSchema } = await import("./src/figure/checks/ruleSchema.ts");
  mkdirSync(join(root, "dist/schemas"), { recursive: true });
  writeFileSync(join(root, "dist/schemas/plotfilesrc.schema.json"), JSON.stringify(ruleFileSchema()));
}

/** What VS Code proposes in the edits by hand that are kept beside a figure. */
async function buildEditsFileSchema() {
  const { editsFileSchema } = await import("./src/figure/edits/kept/editsFile.ts");
  mkdirSync(join(root, "dist/schemas"), { recursive: true });
  writeFileSync(join(root, "dist/schemas/edits.schema.json"), JSON.stringify(editsFileSchema()));
}

/**
 * The notices of all whose work is shipped: what the bundles and the engine's parts are made of, what is copied, and what
 * the engine depends on, since some of that is bundled by its authors.
 */
function buildNotices(results, engine) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const copied = copies.map(({ from }) => `node_modules/${from}`);
  const files = [
    ...inputs,
    ...copied,
    ...engine,
    "node_modules/plotly.js/package.json",
    ...dependencyFolders(root, "plotly.js"),
  ];
  writeFileSync(
    join(root, "dist/ThirdPartyNotices.txt"),
    noticesText(shippedPackages(root, files), [stackgl(), looks]),
  );
}

/** Templates and palettes are copied into our own files. */
const looks = `The templates and the colour palettes of the inspector are those of plotly.py:

MIT License. Copyright (c) 2016-2026 Plotly Technologies Inc.

Among them are colours of ColorBrewer (Apache License 2.0, Copyright (c) 2002 Cynthia Brewer, Mark Harrower, and The
Pennsylvania State University), of CARTO (CC-BY 3.0), of cmocean (MIT License, Copyright (c) 2015 Kristen M. Thyng), and
the qualitative colours of Masataka Okabe and Kei Ito.`;

/** The engine's three-dimensional parts are bundled by its authors; the packages are named by their lock file alone. */
function stackgl() {
  const lock = JSON.parse(readFileSync(join(root, "node_modules/plotly.js/stackgl_modules/package-lock.json"), "utf8"));
  const names = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== "" && dev !== true)
    .map(
      ([place, { version, license }]) => `${place.replace(/^.*node_modules\//, "")} ${version} (${license ?? "MIT"})`,
    );
  return `Plotly.js in its turn holds parts of:\n\n${[...new Set(names)].toSorted().join("\n")}`;
}

for (const { to, from } of copies) copy(to, from);
const engine = await buildEngine(root, join(root, "dist/engine"));
buildMaps();
buildMapIcons();
await buildFigureSchema();
await buildRuleFileSchema();
await buildEditsFileSchema();

const built = bundles.filter(({ test }) => !(production && test));
const contexts = await Promise.all(built.map((bundle) => context(options(bundle))));
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  // esbuild prints the errors itself; one bundle's do not keep the others from being built.
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  const shipped = results.filter(({ status }, index) => status === "fulfilled" && built[index].test !== true);
  buildNotices(
    shipped.map(({ value }) => value),
    engine,
  );
  process.exitCode = results.some(({ status }) => status === "rejected") ? 1 : 0;
}
