/**
 * Numbers that look measured and come out the same on every machine: a small seeded generator (mulberry32),
 * so that the sample library is one and the same in every installation.
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    return scramble(this.state);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  normal(mean = 0, deviation = 1): number {
    return mean + deviation * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** An index into the weights, drawn in their proportion. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) if ((left -= weight) < 0) return index;
    return weights.length - 1;
  }
}

/** A number in [0, 1) for any 32 bits; neighbours land far apart. */
function scramble(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
}

/** Rolling hills: four octaves of smoothed lattice noise, about -1 to 1. */
export function hills(x: number, y: number, seed: number): number {
  let height = 0;
  for (let octave = 0, size = 1; octave < 4; octave++, size *= 2) {
    height += smooth(x * size, y * size, seed + octave) / size;
  }
  return height;
}

function smooth(x: number, y: number, seed: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const [across, down] = [ease(x - left), ease(y - top)];
  const corner = (dx: number, dy: number): number =>
    2 * scramble(Math.imul(left + dx, 73856093) ^ Math.imul(top + dy, 19349663) ^ Math.imul(seed, 83492791)) - 1;
  const upper = corner(0, 0) * (1 - across) + corner(1, 0) * across;
  const lower = corner(0, 1) * (1 - across) + corner(1, 1) * across;
  return upper * (1 - down) + lower * down;
}

/** `count` values of a function of the index. */
export function times<Value>(count: number, value: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => value(index));
}

/** `count` numbers from `first` to `last`, both included. */
export function spread(count: number, first: number, last: number): number[] {
  return times(count, (index) => round(first + ((last - first) * index) / (count - 1), 6));
}

export function round(value: number, digits = 2): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit + 0;
}

/** A bell of height 1 around `centre`. */
export function bell(x: number, centre: number, width: number): number {
  return Math.exp(-(((x - centre) / width) ** 2) / 2);
}

/** `2024-03-01`, or with a step of less than a day `2024-03-01 06:00`, every `stepHours` from the start (UTC). */
export function dates(start: string, count: number, stepHours: number): string[] {
  const origin = Date.parse(`${start}Z`);
  return times(count, (index) =>
    new Date(origin + index * stepHours * 3_600_000)
      .toISOString()
      .slice(0, stepHours % 24 === 0 ? 10 : 16)
      .replace("T", " "),
  );
}
