import { createRequire } from "node:module";
import vm from "node:vm";
import { buildSync } from "esbuild";

/** What an attribute takes, as the engine's schema has it. */
export interface Spec {
  readonly valType: string;
  readonly arrayOk?: boolean;
  readonly dflt?: unknown;
  readonly values?: readonly unknown[];
  readonly flags?: readonly unknown[];
  readonly extras?: readonly unknown[];
  readonly items?: unknown;
  readonly freeLength?: boolean;
  readonly dimensions?: number | string;
}

/** Parts of the engine that it keeps to itself. */
export interface EngineSource {
  /** Whether an attribute takes a value; of lists such as ranges it asks more than the engine does. */
  validate(value: unknown, spec: Spec): boolean;
  /** What older files have and the engine puts right before it reads anything; both change what they are given. */
  cleanData(data: unknown[]): void;
  cleanLayout(layout: unknown): unknown;
}

let known: EngineSource | undefined;

/** The engine's own sources, of the version that ships, without a page: bundled once. */
export function engineSource(): EngineSource {
  return (known ??= load());
}

function load(): EngineSource {
  const contents =
    'module.exports = { ...require("plotly.js/src/lib/coerce"), ...require("plotly.js/src/plot_api/helpers") };';
  const resolveDir = createRequire(import.meta.url)
    .resolve("plotly.js/package.json")
    .replace(/package\.json$/, "");
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir },
    bundle: true,
    write: false,
    format: "cjs",
    logLevel: "error",
    loader: { ".css": "text" },
  });
  const page: object = new Proxy(function page() {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => "" : key === "then" ? undefined : page),
    set: () => true,
    apply: () => page,
    construct: () => page,
  });
  const module: { exports: Partial<EngineSource> } = { exports: {} };
  const sandbox: { [name: string]: unknown } = { module };
  sandbox["console"] = { log: () => undefined, warn: () => undefined, error: () => undefined };
  for (const name of ["document", "navigator", "addEventListener", "HTMLElement"]) sandbox[name] = page;
  sandbox["window"] = sandbox["self"] = sandbox;
  vm.runInNewContext(outputFiles[0]?.text ?? "", sandbox);
  return module.exports as EngineSource;
}
