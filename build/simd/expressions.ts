// Expressions and statements of WebAssembly's text format, as far as the program of this folder needs them. Masks are
// i64: bit n says something of byte n of the block of 64 bytes in hand.

/** An expression, or a statement. */
export type Wat = string;

const folded =
  (operator: string) =>
  (first: Wat, ...rest: Wat[]): Wat =>
    rest.reduce((left, right) => `(${operator} ${left} ${right})`, first);

export const and = folded("i64.and");
export const or = folded("i64.or");
export const xor = folded("i64.xor");
export const plus = folded("i64.add");
export const minus = folded("i64.sub");
export const left = folded("i64.shl");
export const right = folded("i64.shr_u");
export const ALL = "(i64.const -1)";
export const not = (mask: Wat): Wat => `(i64.xor ${mask} ${ALL})`;
export const without = (mask: Wat, other: Wat): Wat => and(mask, not(other));
export const any = (mask: Wat): Wat => `(i64.ne ${mask} (i64.const 0))`;
export const none = (mask: Wat): Wat => `(i64.eqz ${mask})`;
export const long = (value: number): Wat => `(i64.const ${value})`;
export const wide = (value: Wat): Wat => `(i64.extend_i32_u ${value})`;
export const narrow = (value: Wat): Wat => `(i32.wrap_i64 ${value})`;
/** How many bits are set, how many zeros are below the lowest and above the highest. */
export const ones = (mask: Wat): Wat => narrow(`(i64.popcnt ${mask})`);
export const zerosBelow = (mask: Wat): Wat => `(i64.ctz ${mask})`;
export const zerosAbove = (mask: Wat): Wat => `(i64.clz ${mask})`;
export const withoutLowest = (mask: Wat): Wat => and(mask, minus(mask, long(1)));

export const int = (value: number): Wat => `(i32.const ${value})`;
export const add = folded("i32.add");
export const subtract = folded("i32.sub");
export const both = folded("i32.and");
export const either = folded("i32.or");
export const equal = folded("i32.eq");
export const shifted = folded("i32.shl");
export const byteAt = (address: Wat, offset = 0): Wat => `(i32.load8_u offset=${offset} ${address})`;
export const wordAt = (address: Wat): Wat => `(i32.load align=1 ${address})`;

export const get = (name: string): Wat => `(local.get $${name})`;
export const set = (name: string, value: Wat): Wat => `(local.set $${name} ${value})`;
export const when = (condition: Wat, then: Wat[], otherwise: Wat[] = []): Wat =>
  `(if ${condition} (then ${then.join("\n")})${otherwise.length > 0 ? ` (else ${otherwise.join("\n")})` : ""})`;
export const choose = (condition: Wat, then: Wat, otherwise: Wat): Wat => `(select ${then} ${otherwise} ${condition})`;

/** The lowest of `mask` and so on, as long as it has bits; `body` has to take them from it. */
export const eachBit = (label: string, mask: string, body: Wat[]): Wat =>
  `(block $${label}-end (loop $${label} (br_if $${label}-end ${none(get(mask))}) ${body.join("\n")} (br $${label})))`;

/** 16 bytes, all the same: in a local, which `constants` sets once. */
export const splat = (byte: number): Wat => get(`all${byte}`);

/** The names of the locals that `splat` takes from. */
export const constantNames = (body: readonly Wat[]): string[] => [
  ...new Set(body.flatMap((wat) => [...wat.matchAll(/\$(all\d+)/g)].map(([, name = ""]) => name))),
];

export const constants = (body: readonly Wat[]): Wat[] =>
  constantNames(body).map((name) => set(name, `(i8x16.splat (i32.const ${name.slice(3)}))`));
export const isByte = (vector: Wat, byte: number): Wat => `(i8x16.eq ${vector} ${splat(byte)})`;
export const atLeast = (vector: Wat, byte: number): Wat => `(i8x16.ge_u ${vector} ${splat(byte)})`;
export const atMost = (vector: Wat, byte: number): Wat => `(i8x16.le_u ${vector} ${splat(byte)})`;
export const eitherOf = folded("v128.or");
export const bothOf = folded("v128.and");
export const bytes = (values: readonly number[]): Wat => `(v128.const i8x16 ${values.join(" ")})`;
export const lookUp = (table: readonly number[], indices: Wat): Wat => `(i8x16.swizzle ${bytes(table)} ${indices})`;
export const highHalf = (vector: Wat): Wat => `(i8x16.shr_u ${vector} (i32.const 4))`;
/** The bytes `back` before those of `vector`, which `before` precedes. */
export const shiftedIn = (before: Wat, vector: Wat, back: number): Wat =>
  `(i8x16.shuffle ${Array.from({ length: 16 }, (_, lane) => 16 - back + lane).join(" ")} ${before} ${vector})`;

/** The mask of four vectors' lanes that `test` sets. */
export function lanes(vectors: readonly Wat[], test: (vector: Wat, number: number) => Wat): Wat {
  const parts = vectors.map((vector, number) => `(i8x16.bitmask ${test(vector, number)})`);
  const [a = "", b = "", c = "", d = ""] = parts;
  return or(wide(either(a, shifted(b, int(16)))), left(wide(either(c, shifted(d, int(16)))), long(32)));
}
