/** The arrays of each depth, the outermost first. */
export function levelsOf(array: readonly unknown[]): (readonly unknown[])[][] {
  const levels: (readonly unknown[])[][] = [];
  for (let level = [array]; level.length > 0; level = level.flat().filter(isArray)) levels.push(level);
  return levels;
}

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** What stands in them that is no array, by kind, sorted. */
export function kindsIn(levels: (readonly unknown[])[][]): string[] {
  const leaves = levels.flat(2).filter((value) => !isArray(value));
  return [...new Set(leaves.map((value) => (value === null ? "null" : typeof value)))].toSorted();
}

/** The length of each dimension; undefined where there is no such, or there are more than three. */
export function shapeOf(levels: (readonly unknown[])[][]): number[] | undefined {
  if (levels.length > 3 || levels.slice(0, -1).some((level) => !level.flat().every(isArray))) return undefined;
  const lengths = levels.map((level) => [...new Set(level.map(({ length }) => length))]);
  return lengths.every((each) => each.length === 1) ? lengths.flat() : undefined;
}
