/** One bit for each kind of element, as in `DataArray.kinds`. Most arrays of numbers contain a null too. */
export const elementBits = { number: 1, string: 2, boolean: 4, null: 8, object: 16 } as const;

export type ElementKind = keyof typeof elementBits;

const allKinds = ["number", "string", "boolean", "null", "object"] as const satisfies readonly ElementKind[];

/** The kinds whose bits are set, in the order of `elementBits`: `["number", "null"]`. */
export function elementKinds(kinds: number): ElementKind[] {
  return allKinds.filter((kind) => (kinds & elementBits[kind]) !== 0);
}

/** Whether all elements are of these kinds: `holdsOnly(array.kinds, "number", "null")`. */
export function holdsOnly(kinds: number, ...allowed: readonly ElementKind[]): boolean {
  return allowed.reduce((rest, kind) => rest & ~elementBits[kind], kinds) === 0;
}
