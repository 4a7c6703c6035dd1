import {
  and,
  any,
  get,
  lanes,
  left,
  long,
  or,
  plus,
  right,
  set,
  type Wat,
  when,
  wide,
  without,
  xor,
} from "./expressions.ts";

/** The 64 bytes in hand. */
export const vectors = ["v0", "v1", "v2", "v3"].map(get);

/** The mask moved on by one byte: what stands behind a byte of it. */
export const behind = (name: string): Wat => or(left(get(name), long(1)), get(`last_${name}`));

export const fault = (mask: Wat): Wat => set("broken", or(get("broken"), mask));

/**
 * Sets `into` to the first bytes that are no part of runs of `run`, where `starts` has the runs' first bytes (or the
 * bytes themselves): adding 1 to the lowest of a run of ones carries to the bit above it.
 */
export const behindRuns = (into: string, starts: Wat, run: string, carry: string): Wat[] => [
  set("sum", plus(starts, get(run))),
  set(carry, wide(`(i64.lt_u ${get("sum")} ${get(run)})`)),
  set(into, without(get("sum"), get(run))),
];

export const firstBehind = (into: string, of: string): Wat[] => [
  ...behindRuns(into, behind(of), "spaces", `last_${of}`),
  set(`last_${of}`, or(get(`last_${of}`), right(get(of), long(63)))),
];

export const clear = (...names: string[]): Wat[] => names.map((name) => set(name, long(0)));

export const lastOf = (...names: string[]): Wat[] =>
  names.map((name) => set(`last_${name}`, right(get(name), long(63))));

/** Sets a mask to the bytes of a class among those that are left, and takes them from these. */
export const takeOf = (name: string, test: (vector: Wat) => Wat): Wat =>
  `${set(name, and(get("left"), lanes(vectors, test)))} ${set("left", xor(get("left"), get(name)))}`;

export const whenLeft = (then: Wat[]): Wat => when(any(get("left")), then);

/**
 * The declarations of all locals that `body` names: vectors, single bits that go from a block to the next
 * (`last_…`) and masks, and numbers.
 */
export function locals(body: readonly Wat[], numbers: readonly string[]): Wat {
  const names = new Set(body.flatMap((wat) => [...wat.matchAll(/local\.\w+ \$(\w+)/g)].map(([, name = ""]) => name)));
  names.delete("utf8");
  const typed = [...names].map((name) => {
    const type = /^(?:v\d|lastVector|all\d+)$/.test(name) ? "v128" : numbers.includes(name) ? "i32" : "i64";
    return `(local $${name} ${type})`;
  });
  return typed.join(" ");
}
