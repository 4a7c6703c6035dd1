/**
 * `npm run generate`: writes dataAttributes.generated.json from the engine file that ships.
 *
 * Runs at development time only, so it and engine.ts alone in this room may use Node.
 */
import { writeFileSync } from "node:fs";
import { buildDataTable, type DataTable } from "./dataTable.ts";
import { loadEngine } from "./engine.ts";
import older from "./olderDataAttributes.json" with { type: "json" };

const TABLE = new URL("dataAttributes.generated.json", import.meta.url);

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

if (import.meta.main) {
  const table = generateDataTable();
  const text = formatDataTable(table);
  writeFileSync(TABLE, text);
  console.log(`${table.engine}: ${table.types.length} trace types, ${table.nodes.length} nodes, ${text.length} bytes.`);
}
