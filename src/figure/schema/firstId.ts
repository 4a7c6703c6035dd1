/** Members of the layout that may carry a 1: Plotly.js renames them before it reads anything else. */
const members: ReadonlyMap<string, string> = new Map([
  ["xaxis1", "xaxis"],
  ["yaxis1", "yaxis"],
  ["scene1", "scene"],
]);

/** `xaxis` for a layout's `xaxis1`; undefined for every other name. */
export function firstMember(name: string): string | undefined {
  return members.get(name);
}

/** `xaxis2` for the id `x2`, as traces and axes name an axis; `xaxis` where they name none. */
export function axisMember(letter: "x" | "y", id: unknown): string {
  return `${letter}axis${typeof id === "string" ? id.slice(1) : ""}`;
}

/** `x` for `x1`, `x2` for `x02`, `scene` for `scene1`; any other text as it is. */
export function cleanId(id: string): string {
  const [, letter, number, domain = ""] = /^([xyz])0*(\d*)( domain)?$/.exec(id) ?? [];
  if (letter !== undefined) return `${letter}${number === "1" ? "" : number}${domain}`;
  return id === "scene1" ? "scene" : id;
}

/**
 * Whether Plotly.js takes an axis or subplot named with a 1 for the first one at this place of its schema, as its
 * `cleanData` and `cleanLayout` do.
 */
export function takesFirstId(schemaPath: string): boolean {
  return /^(?:\w+\.(?:[xy]axis|scene)|layout\.[xy]axis\d*\.(?:anchor|overlaying)|layout\.(?:annotations|shapes|images)\[\]\.[xy]ref)$/.test(
    schemaPath,
  );
}
