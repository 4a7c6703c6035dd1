/** JSON text that is put together from texts that are JSON already, so that stored figures and columns are not parsed. */

/** Joins the members of objects given as JSON text: `{"a":1}`, `{"b":2}` → `{"a":1,"b":2}`. */
export function joinObjects(...objects: readonly string[]): string {
  return joinList(objects);
}

/** As `joinObjects`, of any number. */
export function joinList(objects: readonly string[]): string {
  let members = "";
  for (const object of objects) {
    if (object === "{}") continue;
    members += members === "" ? object.slice(1, -1) : `,${object.slice(1, -1)}`;
  }
  return `{${members}}`;
}

/** `{"name":<json>}`. */
export function memberText(name: string, json: string): string {
  return `{${JSON.stringify(name)}:${json}}`;
}

export function arrayText(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}
