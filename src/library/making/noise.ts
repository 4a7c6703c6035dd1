import { scramble } from "./random.ts";

/** Height of rolling hills at a place, about -1 to 1: four octaves of smoothed lattice noise. */
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
