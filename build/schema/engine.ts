// At development time only, for the generated table and the tests: hence Node in this room.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import type { EngineSchema } from "./buildDataTable.ts";

const ENGINE = new URL("../../node_modules/plotly.js-dist-min/plotly.min.js", import.meta.url);

/** One thing that `Plotly.validate` has to say. */
export interface EngineComplaint {
  readonly code: string;
  readonly container: string;
  readonly astr: string;
  readonly msg: string;
}

/** What is used of the engine that ships. */
export interface Engine {
  readonly version: string;
  readonly PlotSchema: { get(): EngineSchema };
  validate(data: unknown, layout: unknown): EngineComplaint[] | undefined;
}

/**
 * Loads the engine without a browser. Where it touches the page while loading it meets an object that gives itself
 * for whatever it is asked; its schema depends on none of it.
 */
export function loadEngine(): Engine {
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
  const { version, PlotSchema, validate } = module.exports;
  if (version === undefined || PlotSchema === undefined || validate === undefined)
    throw new Error(`${ENGINE.pathname} did not load as Plotly.js: run npm ci.`);
  return { version, PlotSchema, validate };
}
