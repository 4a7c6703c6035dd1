/** A figure that is hard to draw from few of its points. */
export interface HardSignal {
  readonly name: string;
  readonly data: readonly Trace[];
  readonly layout?: { readonly [attribute: string]: unknown };
  /** Where to look closer, in the numbers or dates of the x axis. */
  readonly closer?: readonly [from: number | string, to: number | string];
}

type Trace = { readonly [attribute: string]: unknown };

const COUNT = 100_000;

/** Random numbers from 0 to 1 that are the same in each run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Make = (index: number, random: () => number, before: number) => number;

function values(make: Make, seed = 1, count = COUNT): Float64Array {
  const next = random(seed);
  const made = new Float64Array(count);
  for (let index = 0; index < count; index++) made[index] = make(index, next, made[index - 1] ?? 0);
  return made;
}

const { NaN: gap } = Number;
const wave: Make = (i) => Math.sin(i / 4000);
const noise: Make = (_, next) => next() - 0.5;
const walk: Make = (_, next, before) => before + next() - 0.5;
const noisyWave: Make = (i, next) => Math.sin(i / 15_000) + (next() - 0.5) / 4;
const spikes =
  (every: number): Make =>
  (i, next) =>
    (i % every === every >> 1 ? 5 : 0) + next() * 0.1;

const line = (y: unknown, more: Trace = {}): Trace => ({ type: "scatter", mode: "lines", y, ...more });
const one = (name: string, make: Make, more: Trace = {}, layout?: HardSignal["layout"]): HardSignal => ({
  name,
  data: [line(values(make), more)],
  closer: [COUNT * 0.4, COUNT * 0.45],
  ...(layout && { layout }),
});

/** Without a number where `isGap` says so. */
const broken = (make: Make, isGap: (index: number, next: () => number) => boolean): Float64Array => {
  const next = random(7);
  return values(make).map((value, index) => (isGap(index, next) ? gap : value));
};

const dates = (from: string, step: number): string[] =>
  Array.from({ length: COUNT }, (_, index) =>
    new Date(Date.parse(`${from}Z`) + index * step).toISOString().replace("T", " ").slice(0, 23),
  );

const ascending = (step: (next: () => number, index: number) => number): Float64Array => {
  const next = random(3);
  let place = 0;
  return Float64Array.from({ length: COUNT }, (_, index) => (place += step(next, index)));
};

/** Forty figures: spikes, gaps, steps, areas, logarithms, dates, equal places, constants, missing ends. */
export function hardSignals(): HardSignal[] {
  const [half, closer] = [COUNT / 2, [COUNT * 0.4, COUNT * 0.45] as const];
  const twoAreas = [
    line(values(wave)),
    line(
      values((i, next) => 2 + Math.sin(i / 9000) + next() * 0.2, 4),
      { fill: "tonexty" },
    ),
  ];
  return [
    one("a wave", wave),
    one("noise", noise),
    one("a walk", walk),
    one("a noisy wave", noisyWave),
    one("a few spikes", spikes(40_000)),
    one("many spikes", spikes(900)),
    one("one spike down", (i) => (i === 77_777 ? -100 : Math.cos(i / 9000))),
    one("spikes up and down", (_, next) => (next() < 0.0005 ? (next() - 0.5) * 20 : next())),
    one("a constant", () => 3),
    one("a constant and one step", (i) => (i < 61_234 ? 1 : 2)),
    one("a fast square", (i) => (i % 20 < 10 ? 0 : 1)),
    one("a slow square", (i) => (i % 40_000 < 20_000 ? 0 : 1)),
    one("a beat", (i) => Math.sin(i / 3) * Math.sin(i / 30_000)),
    one("a chirp", (i) => Math.sin((i / 20_000) ** 4)),
    one("a saw", (i) => (i % 25_000) / 25_000),
    one("a slope", (i) => i / 1000),
    one("huge and tiny", (i, next) => (i % 25_000 === 0 ? 1e12 : next())),
    {
      name: "a gap in the middle",
      data: [line(broken(noisyWave, (i) => i > 40_000 && i < 47_500))],
      closer: [39_500, 41_000],
    },
    { name: "narrow gaps", data: [line(broken(noisyWave, (i) => i % 1000 === 0))], closer },
    { name: "gaps at random", data: [line(broken(walk, (_, next) => next() < 0.05))], closer },
    { name: "more gaps than points", data: [line(broken(noise, (_, next) => next() < 0.8))], closer },
    {
      name: "nothing but single points",
      data: [line(broken(wave, (i) => i % 2 === 0)), line(values(wave, 2))],
      closer,
    },
    { name: "gaps at both ends", data: [line(broken(noisyWave, (i) => i < 15_000 || i > 85_000))], closer },
    {
      name: "infinities",
      data: [line(values(noisyWave).map((value, i) => (i % 7000 === 0 ? Infinity : value)))],
      closer,
    },
    {
      name: "gaps connected",
      data: [
        line(
          broken(walk, (i) => i % 30_000 < 9000),
          { connectgaps: true },
        ),
      ],
      closer,
    },
    one("steps hv", (i) => Math.floor(Math.sin(i / 7000) * 5), { line: { shape: "hv" } }),
    one("steps vh of noise", noise, { line: { shape: "vh" } }),
    one("steps hvh", walk, { line: { shape: "hvh" } }),
    one("steps vhv", (i) => Math.floor(i / 9000) % 3, { line: { shape: "vhv" } }),
    one("an area", noisyWave, { fill: "tozeroy" }),
    {
      name: "an area with gaps",
      data: [
        line(
          broken(noisyWave, (i) => i % 50_000 < 9000),
          { fill: "tozeroy" },
        ),
      ],
      closer,
    },
    { name: "an area between lines", data: twoAreas, closer },
    one("a logarithmic value", (_, next) => 10 ** (next() * 6 - 3), {}, { yaxis: { type: "log" } }),
    one("values that a logarithm has not", (i, next) => Math.sin(i / 5000) + next(), {}, { yaxis: { type: "log" } }),
    {
      name: "logarithmic places",
      data: [line(values(noisyWave), { x: ascending(() => 1) })],
      layout: { xaxis: { type: "log" } },
      closer: [4, 4.2],
    },
    { name: "uneven places", data: [line(values(walk), { x: ascending((next) => next() ** 8) })] },
    { name: "places far apart", data: [line(values(noise), { x: ascending((_, i) => (i % 25_000 === 0 ? 1e6 : 1)) })] },
    {
      name: "equal places",
      data: [line(values(noise), { x: ascending((_, i) => (i % 500 === 0 ? 1 : 0)) })],
      closer: [100, 120],
    },
    {
      name: "dates",
      data: [line(values(noisyWave), { x: dates("2024-01-01", 60_000) })],
      closer: ["2024-03-01", "2024-03-05 12:00"],
    },
    {
      name: "two lines of many colours, one thick and half transparent",
      data: [
        line(values(walk), { line: { width: 4, color: "rgba(200, 0, 0, 0.4)" } }),
        line(values(walk, 9).subarray(0, half), { line: { width: 0.5 } }),
      ],
      closer,
    },
  ];
}

/** Clouds of equal opaque markers, in which most lie below others. */
export function markerClouds(): HardSignal[] {
  const count = 30_000;
  const even = (seed: number): Float64Array => values((_, next) => next(), seed, count);
  const heap = (seed: number): Float64Array => values((_, next) => next() + next() + next() + next() - 2, seed, count);
  const cloud = (x: Float64Array, y: Float64Array, more: Trace = {}): Trace => ({
    type: "scatter",
    mode: "markers",
    x,
    y,
    ...more,
  });
  return [
    { name: "even", data: [cloud(even(1), even(2))], closer: [0.4, 0.45] },
    { name: "a heap", data: [cloud(heap(3), heap(4))], closer: [0, 0.3] },
    { name: "large", data: [cloud(heap(3), heap(4), { marker: { size: 14, color: "#a33" } })] },
    { name: "small", data: [cloud(heap(3), heap(4), { marker: { size: 3 } })] },
    { name: "of two colours", data: [cloud(heap(3), heap(4)), cloud(even(5), heap(6))] },
    {
      name: "on logarithmic axes",
      data: [
        cloud(
          heap(3).map((value) => 10 ** value),
          heap(4),
        ),
      ],
      layout: { xaxis: { type: "log" } },
    },
    {
      name: "with gaps",
      data: [
        cloud(
          heap(3),
          heap(4).map((value, i) => (i % 3 === 0 ? gap : value)),
        ),
      ],
    },
  ];
}
