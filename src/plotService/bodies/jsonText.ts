/** These functions join texts that are JSON already. So a stored figure or column is passed on without being parsed. */

/** Joins the members of objects given as JSON text: `{"a":1}`, `{"b":2}` → `{"a":1,"b":2}`. */
export function joinObjects(...objects: readonly string[]): string {
  return joinList(objects);
}

/** Does the same as `joinObjects` for a list. */
export function joinList(objects: readonly string[]): string {
  let members = "";
  for (const object of objects) {
    if (object === "{}") continue;
    members += members === "" ? object.slice(1, -1) : `,${object.slice(1, -1)}`;
  }
  return `{${members}}`;
}

/** Writes `{"name":<json>}`. */
export function memberText(name: string, json: string): string {
  return `{${JSON.stringify(name)}:${json}}`;
}

export function arrayText(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}
