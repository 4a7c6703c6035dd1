/**
 * `npm run generate`: writes dataAttributes.generated.json from the engine file that ships.
 *
 * Runs at development time only, so it alone in this room may use Node.
 */
import { readFileSync, writeFileSync } from "node:fs";
import vm from "node:vm";
import { buildDataTable, type DataTable, type EngineSchema } from "./dataTable.ts";
import older from "./olderDataAttributes.json" with { type: "json" };

const ENGINE = new URL("../../../node_modules/plotly.js-dist-min/plotly.min.js", import.meta.url);
const TABLE = new URL("dataAttributes.generated.json", import.meta.url);

/** What is used of the engine. */
export interface Engine {
  readonly version: string;
  readonly PlotSchema: { get(): EngineSchema };
}

/** The table as the pinned engine gives it now. */
export function generateDataTable(): DataTable {
  const engine = loadEngine();
  return buildDataTable(engine.PlotSchema.get(), engine.version, older);
}

/** The committed text: one node a line, so that a change of the schema reads well in a diff. */
export function formatDataTable(table: DataTable): string {
  const { nodes, ...rest } = table;
  const head = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${head.join(",\n")},\n"nodes":[\n${nodes.map((node) => JSON.stringify(node)).join(",\n")}\n]\n}\n`;
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
  for (const name of ["document", "navigator", "DOMParser", "URL", "getComputedStyle", "requestAnimationFrame"])
    sandbox[name] = page;
  for (const name of ["addEventListener", "setTimeout", "clearTimeout", "setInterval", "clearInterval"])
    sandbox[name] = () => undefined;
  sandbox["window"] = sandbox["self"] = sandbox;
  vm.runInNewContext(readFileSync(ENGINE, "utf8"), sandbox);
  const { version, PlotSchema } = module.exports;
  if (version === undefined || PlotSchema === undefined)
    throw new Error(`${ENGINE.pathname} did not load as Plotly.js: run npm ci.`);
  return { version, PlotSchema };
}

if (import.meta.main) {
  const table = generateDataTable();
  const text = formatDataTable(table);
  writeFileSync(TABLE, text);
  console.log(`${table.engine}: ${table.types.length} trace types, ${table.nodes.length} nodes, ${text.length} bytes.`);
}
