/** The number of points that are handled without a pause, which takes a few milliseconds. */
export const STRETCH = 10_000;

/** Sorts items with pauses in between. Equal ones keep their order. */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += STRETCH) {
    runs.push(items.slice(at, at + STRETCH).toSorted(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: (readonly Item[])[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const [one = [], other] = [runs[index], runs[index + 1]];
      longer.push(other === undefined ? one : yield* merged(one, other, compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, Item[]> {
  const result: Item[] = [];
  let [at, otherAt] = [0, 0];
  for (let first = one[0], second = other[0]; first !== undefined || second !== undefined;) {
    if (first !== undefined && (second === undefined || compare(first, second) <= 0)) {
      result.push(first);
      first = one[++at];
    } else if (second !== undefined) {
      result.push(second);
      second = other[++otherAt];
    }
    if (result.length % STRETCH === 0) yield;
  }
  return result;
}
