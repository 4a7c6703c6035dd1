import type { ColumnData, ColumnRecord, GridRecord } from "../store/grids/grids.ts";
import { fileMembers, ownerMembers } from "./fileBody.ts";
import type { Reader } from "./fileBody.ts";
import { arrayText, joinList, joinObjects, memberText } from "./jsonText.ts";

/** Writes a grid as JSON text. `cols` lists the columns in their order, without their data. */
export function gridText({ file, columns, metadata, preview }: GridRecord, reader: Reader): string {
  return (
    `{${fileMembers(file, preview, reader)},"cols":${JSON.stringify(columns.map(columnBody))},"metadata":${metadata},` +
    `"user":${reader.owners.of(file.owner).user}${ownerMembers(file, reader.viewer)}}`
  );
}

/** Writes `{"cols": {name: {data, order, uid}}}`. This object is keyed by name, unlike every other list of columns. */
export function gridContentText(columns: readonly ColumnData[]): string {
  const members = columns.map((column) =>
    memberText(
      column.name,
      joinObjects(memberText("data", column.data), JSON.stringify({ order: column.order, uid: column.uid })),
    ),
  );
  return memberText("cols", joinList(members));
}

/** Writes `{"cols": [{data, uid, name, order, length}]}`, in the order given. */
export function columnListText(columns: readonly ColumnData[]): string {
  const items = columns.map((column) =>
    joinObjects(memberText("data", column.data), JSON.stringify(columnBody(column))),
  );
  return memberText("cols", arrayText(items));
}

/** Writes `{"cols": [{name, uid, order, length}]}`, in the order given. */
export function columnRecordsText(columns: readonly ColumnRecord[]): string {
  return JSON.stringify({ cols: columns.map(columnBody) });
}

/** We add `length`, in cells. */
function columnBody({ uid, name, order, length }: ColumnRecord): object {
  return { name, uid, order, length };
}
