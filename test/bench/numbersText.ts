/** Kinds of numbers as figures have them. */
export const numberKinds = ["small", "large", "short", "repr", "exponents", "nulls", "2d", "monotonic"] as const;

export type NumberKind = (typeof numberKinds)[number];

/** Numbers of a row, where there are some. */
const ROW = 1000;

/** A list of so many numbers, a multiple of 1000; the same each time. */
export function numbersText(kind: NumberKind, count = 1_000_000): string {
  const random = randomNumbers();
  const one = (index: number): string => {
    switch (kind) {
      case "small":
        return String(Math.floor(random() * 100));
      case "large":
        return String(Math.floor((random() - 0.5) * 4e9));
      case "short":
        return (random() * 100 - 50).toFixed(3);
      case "exponents":
        return (random() * 10 ** Math.floor(random() * 60 - 30)).toExponential();
      case "nulls":
        return index % 10 === 3 ? "null" : String(random() * 100);
      case "monotonic":
        return String(index);
      default:
        return String(random() * 2 - 1);
    }
  };
  // As Python's json writes them.
  const comma = kind === "2d" ? ", " : ",";
  const rows: string[] = [];
  for (let from = 0; from < count; from += ROW)
    rows.push(Array.from({ length: ROW }, (_, index) => one(from + index)).join(comma));
  return kind === "2d" ? `[${rows.map((row) => `[${row}]`).join(comma)}]` : `[${rows.join(comma)}]`;
}

/** Numbers from 0 up to 1 of all 53 bits, the same for each run (two linear congruences). */
function randomNumbers(): () => number {
  let seed = 42;
  const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0);
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 2 ** 53;
}
