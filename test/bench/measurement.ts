/** One figure with its peer, both measured in the same run. */
export interface Measurement {
  readonly name: string;
  /** Medians, in `unit`. */
  readonly ours: number;
  readonly other: number;
  /** `ours / other`. */
  readonly ratio: number;
  readonly unit: "ms" | "MB" | "/s";
  /** The ratio that is to be kept, where there is one. */
  readonly limit?: number | undefined;
  /** What was measured against what. */
  readonly what: string;
}

/** Runs the two in turn, so that both meet the machine in the same moods; the first round warms up and is not counted. */
export async function compare(
  name: string,
  what: string,
  rounds: number,
  ours: (round: number) => Promise<number>,
  other: (round: number) => Promise<number>,
  limit?: number,
): Promise<Measurement> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await ours(round), await other(round)];
    if (round === 0) continue;
    mine.push(a);
    theirs.push(b);
  }
  return measured(name, what, mine, theirs, limit);
}

/** As `compare`, of two that do the same number of things: how many a second. */
export async function compareRates(
  name: string,
  what: string,
  rounds: number,
  things: number,
  ours: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<Measurement> {
  const rate = async (work: () => Promise<unknown>): Promise<number> => (things * 1000) / (await time(work));
  return {
    ...(await compare(
      name,
      what,
      rounds,
      () => rate(ours),
      () => rate(other),
    )),
    unit: "/s",
  };
}

export function measured(
  name: string,
  what: string,
  ours: readonly number[],
  other: readonly number[],
  limit?: number,
): Measurement {
  const [a, b] = [median(ours), median(other)];
  return { name, ours: rounded(a), other: rounded(b), ratio: rounded(a / b), unit: "ms", limit, what };
}

/** Milliseconds that `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const rounded = (value: number) => Number(value.toPrecision(4));
