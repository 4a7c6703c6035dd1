import * as z from "zod";
import type { Json } from "../../../figure/model/figure.ts";
import type { FigurePath } from "../../../figure/model/path.ts";
import { listOf as checkedList, recordOf } from "../../../plotsApi/bodies/faults.ts";
import { MOST_FAULTS } from "../../../plotsApi/limits.ts";
import { HttpError } from "../../http/httpError.ts";
import { parseJson } from "../../http/readBody.ts";
import type { NewColumn } from "../../store/grids/grids.ts";

/** A name that no column may have: readers of objects skip this key, so that the column would be lost. */
export const UNNAMEABLE = "__proto__";
const NO_SUCH_NAME = `A column cannot be named ${UNNAMEABLE}. Give it another name.`;

export const columnName = z
  .string("The name of a column is a string.")
  .refine((name) => name.isWellFormed(), "Name columns in whole Unicode characters.")
  // What changes names keeps those with a zero to itself.
  .refine((name) => !name.startsWith("\u0000"), "Begin the names of columns with a character that can be seen.")
  .refine((name) => name !== UNNAMEABLE, NO_SUCH_NAME);

/** The cells of a column. `refuseScalars` checks that they are a list, since zod would look at millions of cells. */
export const cellsField = z.unknown().optional().meta({ type: "array", description: "The cells: any JSON." });

export const metadataField = z.record(z.string(), z.unknown(), "Send metadata as an object.");

const keyedColumn = z.looseObject({ data: cellsField, order: z.number("The order is a number.").nullish() });

const keyedColumns = recordOf(keyedColumn, {
  key: columnName,
  message: 'Send the columns as {"<name>": {"data": [...], "order": 0}}.',
});

function gridDataOf<Columns extends z.ZodType>(cols: Columns) {
  return z.object({ cols, metadata: metadataField.nullish() }, 'Send {"cols": {...}} as data.');
}

const gridData = gridDataOf(keyedColumns);

/** The columns and the metadata of a new grid. */
export const gridDataField = orText(gridData, "data", {
  described: gridDataOf(z.record(columnName, keyedColumn)),
  look: (context, data) => {
    if (typeof data !== "object" || data === null || !("cols" in data)) return;
    const { cols } = data;
    if (typeof cols !== "object" || cols === null || !Object.hasOwn(cols, UNNAMEABLE)) return;
    context.issues.push({ code: "custom", message: NO_SUCH_NAME, path: ["cols"], input: data });
  },
});

export function listField<Item extends z.ZodType>(item: Item, field: string, shape: string) {
  // Described as what it is; read so that not more faults are kept than are told.
  return orText(checkedList(item, `Send ${shape} as ${field}.`), field, { described: z.array(item) });
}

/**
 * Takes what a schema takes, or the same as a string of JSON, as most clients send it.
 *
 * `look` sees what was sent before the schema does. `described` is for the OpenAPI document.
 */
function orText<Schema extends z.ZodType>(
  schema: Schema,
  field: string,
  {
    described,
    look = () => undefined,
  }: { readonly described: z.ZodType; readonly look?: (context: z.RefinementCtx, sent: unknown) => void },
) {
  // Made when the OpenAPI document is asked for, which is seldom.
  const description = {
    get anyOf() {
      const { $schema: _, ...shape } = z.toJSONSchema(described, { io: "input", unrepresentable: "any" });
      const text = { type: "string", contentMediaType: "application/json", description: "The same as a string." };
      return [shape, text];
    },
  };
  return z
    .unknown()
    .transform((sent, context) => {
      const value = typeof sent === "string" ? parseJson(sent, field) : sent;
      look(context, value);
      return value;
    })
    .pipe(schema)
    .meta(description);
}

/**
 * Puts the columns in the order asked for. Those without an order stay as they were sent. Numbers begin at 0: our
 * choice.
 */
export function columnsOf(cols: z.output<typeof keyedColumns>): NewColumn[] {
  const entries = Object.entries(cols);
  refuseScalars(entries.map(([name, { data }]) => ({ name, data, field: "data", path: ["cols", name, "data"] })));
  return entries
    .map(([name, { data, order }], index) => ({ name, data: listOf(data), order: order ?? index }))
    .toSorted((one, other) => one.order - other.order);
}

/** Refuses data that is not a list, in the recorded words. */
export function refuseScalars(
  columns: readonly {
    readonly name: string;
    readonly data: unknown;
    readonly field: string;
    readonly path: FigurePath;
  }[],
): void {
  const scalars = columns.filter(({ data }) => !Array.isArray(data));
  if (scalars.length === 0) return;
  throw new HttpError(
    400,
    scalars
      .slice(0, MOST_FAULTS)
      .map(({ name, field, path }) => ({ message: `Column ${name} data is not a list`, field, path })),
  );
}

export function listOf(data: unknown): readonly Json[] {
  return Array.isArray(data) ? data : [];
}
