/**
 * `npm run generate`: writes the tables of src/figure/schema from the engine file that ships, and the rules that figures are checked by
 * into the settings of package.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ruleProperties } from "../../src/figure/checks/ruleSchema.ts";
import { buildDataTable, type EngineSchema } from "./buildDataTable.ts";
import { type DataTable } from "../../src/figure/schema/dataTable.ts";
import { buildAttributeTable } from "./buildAttributeTable.ts";
import type { AttributeNames, AttributeTable } from "../../src/figure/schema/attributeTable.ts";
import { loadEngine } from "./engine.ts";
import type { PlotSchema } from "./plotSchema.ts";
import older from "./olderDataAttributes.json" with { type: "json" };

const TABLE = new URL("../../src/figure/schema/dataAttributes.generated.json", import.meta.url);

const ATTRIBUTES = new URL("../../src/figure/schema/attributes.generated.json", import.meta.url);
const NAMES = new URL("../../src/figure/schema/attributeNames.generated.json", import.meta.url);
/** Plotly's own descriptions, of the same version. */
const DESCRIBED = new URL("../../node_modules/plotly.js/dist/plot-schema.json", import.meta.url);

const MANIFEST = new URL("../../package.json", import.meta.url);

/** package.json with today's rules. */
export function withRules(manifest: string): string {
  const parsed = JSON.parse(manifest) as {
    contributes: { configuration: { properties: { [setting: string]: { properties?: object } } } };
  };
  const setting = parsed.contributes.configuration.properties["plots.diagnostics.rules"];
  if (setting === undefined) throw new Error("package.json declares no setting plots.diagnostics.rules.");
  setting.properties = ruleProperties();
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** The table as the pinned engine gives it now. */
export function generateDataTable(): DataTable {
  const engine = loadEngine();
  return buildDataTable(engine.PlotSchema.get(), engine.version, older);
}

/** The table of all attributes, and the names beside it, as the pinned engine gives it now. */
export function generateAttributeTable(): AttributeTable & AttributeNames {
  const engine = loadEngine();
  const schema = engine.PlotSchema.get() as EngineSchema & PlotSchema;
  const described = JSON.parse(readFileSync(DESCRIBED, "utf8")) as {
    defs: { valObjects: { colorscale: { description: string } } };
  };
  return buildAttributeTable(schema, engine.version, described.defs.valObjects.colorscale.description);
}

/** The committed text: one node a line. */
export function formatAttributeTable({ engine, roots, nodes }: AttributeTable): string {
  const head = Object.entries({ engine, roots }).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${head.join(",\n")},\n"nodes":[\n${nodes.map((node) => JSON.stringify(node)).join(",\n")}\n]\n}\n`;
}

/** The committed text of the names. */
export function formatAttributeNames({ engine, palettes, subplots }: AttributeNames): string {
  return `${JSON.stringify({ engine, palettes, subplots }, undefined, 2)}\n`;
}

/** The committed text: one node a line, so that a change of the schema reads well in a diff. */
export function formatDataTable(table: DataTable): string {
  const { nodes, ...rest } = table;
  const head = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${head.join(",\n")},\n"nodes":[\n${nodes.map((node) => JSON.stringify(node)).join(",\n")}\n]\n}\n`;
}

if (import.meta.main) {
  const table = generateDataTable();
  const text = formatDataTable(table);
  writeFileSync(TABLE, text);
  const attributes = generateAttributeTable();
  writeFileSync(ATTRIBUTES, formatAttributeTable(attributes));
  writeFileSync(NAMES, formatAttributeNames(attributes));
  writeFileSync(MANIFEST, withRules(readFileSync(MANIFEST, "utf8")));
  console.log(
    `${table.engine}: ${table.types.length} trace types, ${table.nodes.length} and ${attributes.nodes.length} nodes.`,
  );
}
