import { readFileSync } from "node:fs";
import vm from "node:vm";
import type { Figure } from "../../../src/figure/figure.ts";

/** One thing that `Plotly.validate` has to say. */
export interface EngineComplaint {
  readonly code: string;
  readonly container: string;
  readonly astr: string;
  readonly msg: string;
}

interface Engine {
  validate(data: unknown, layout: unknown): EngineComplaint[] | undefined;
}

const ENGINE = new URL("../../../node_modules/plotly.js-dist-min/plotly.min.js", import.meta.url);
let engine: Engine | undefined;

/** What the engine that ships complains of in a figure; it is loaded once, without a browser. */
export function validate(figure: Figure): EngineComplaint[] {
  engine ??= load();
  const { data, layout = {} } = structuredClone(figure);
  // The engine's arrays are of its own realm, which deep equality tells from ours.
  return Array.from(engine.validate(data, layout) ?? []);
}

/** Whatever the engine touches of the page while it loads gives itself. */
function load(): Engine {
  const page: object = new Proxy(function page() {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => "" : key === "then" ? undefined : page),
    set: () => true,
    has: () => true,
    apply: () => page,
    construct: () => page,
  });
  const module: { exports: Partial<Engine> } = { exports: {} };
  const sandbox: { [name: string]: unknown } = { module, TextDecoder, TextEncoder, Blob, performance };
  sandbox["HTMLElement"] = EventTarget;
  sandbox["console"] = { log: () => undefined, warn: () => undefined, error: () => undefined };
  for (const name of ["document", "navigator", "DOMParser", "URL", "getComputedStyle", "requestAnimationFrame"])
    sandbox[name] = page;
  for (const name of ["addEventListener", "setTimeout", "clearTimeout", "setInterval", "clearInterval"])
    sandbox[name] = () => undefined;
  sandbox["window"] = sandbox["self"] = sandbox;
  vm.runInNewContext(readFileSync(ENGINE, "utf8"), sandbox);
  const { validate: found } = module.exports;
  if (found === undefined) throw new Error(`${ENGINE.pathname} did not load as Plotly.js: run npm ci.`);
  return { validate: found };
}
