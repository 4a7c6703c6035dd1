/**
 * Draws numbers that look measured and are the same on every machine, so that every installation has the same sample
 * library. The generator is mulberry32.
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

/** Turns any 32 bits into a number in [0, 1); neighbours land far apart. */
export function scramble(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
}
