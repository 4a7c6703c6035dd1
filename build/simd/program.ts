import { NONE } from "../../src/figure/text/source/content.ts";
import { TEXT, results } from "../../src/figure/text/simd/memory.ts";
import {
  add,
  ALL,
  and,
  any,
  choose,
  eitherOf,
  get,
  int,
  isByte,
  lanes,
  long,
  minus,
  narrow,
  none,
  or,
  set,
  type Wat,
  when,
  without,
  zerosBelow,
  constants,
} from "./expressions.ts";
import { fault, firstBehind, locals, vectors, clear } from "./block.ts";
import { extraIn, isEscape, isHex, readTexts } from "./texts.ts";
import { keep, readBrackets, readPart, commit } from "./runs.ts";
import { readNumbers, readClasses } from "./classes.ts";

/** The locals that are no masks. */
const numbers = [...results, ..."at reached columns channels found length word address high lastHigh".split(" ")];

const readBlock: Wat[] = [
  ...vectors.map((_, number) => set(`v${number}`, `(v128.load offset=${number * 16} align=1 ${get("at")})`)),
  ...clear("texts", "textStarts", "wordStarts", "nulls", "broken", "continuations", "longest", "starts", "afterOpen"),
  set("words", get("last_words")),
  set("last_words", long(0)),
  set(
    "quotes",
    lanes(vectors, (vector) => isByte(vector, 0x22)),
  ),
  set(
    "commas",
    lanes(vectors, (vector) => isByte(vector, 0x2c)),
  ),
  when(any(or(get("quotes"), get("inText"))), [...readTexts, set("commas", without(get("commas"), get("texts")))]),
  set("lastVector", get("v3")),
  set("lastHigh", get("high")),
  set("high", int(0)),
  ...readClasses,
  set("numbers", or(get("digits"), get("minuses"), get("signs"), get("points"), get("exponents"))),
  when(any(or(get("numbers"), get("last_numbers"))), readNumbers),
  // Values and what parts them.
  ...firstBehind("afterComma", "commas"),
  when(any(or(get("opens"), get("last_opens"))), firstBehind("afterOpen", "opens")),
  set("values", or(get("starts"), get("textStarts"), get("wordStarts"), get("opens"))),
  fault(without(get("values"), or(get("afterComma"), get("afterOpen")))),
  fault(and(get("commas"), or(get("afterComma"), get("afterOpen")))),
  fault(and(get("closes"), get("afterComma"))),
  // All bytes before the first that is broken.
  set("sound", choose(none(get("broken")), ALL, without(minus(get("broken"), long(1)), get("broken")))),
  set("brackets", and(or(get("opens"), get("closes")), get("sound"))),
  when(none(get("brackets")), [set("part", get("sound")), ...readPart], readBrackets),
  set("extra", add(get("extra"), extraIn(ALL))),
];

/**
 * The program in WebAssembly's text format. `skip` reads `element, element, …` from the address `TEXT` on, up to the
 * first byte that is not sure to be strict JSON (RFC 8259) without objects, which a zero behind the last ensures, or to
 * the bracket that closes the array. It answers the address behind the last comma in that array, or of the bracket;
 * `results` then say what is before it.
 *
 * 64 bytes at a time are looked at, their classes as bits of a number: whether each byte may stand behind the one before
 * is found out by shifts, for all at once. Nothing is wrong but what is certain: the caller reads on, and decides.
 */
export function program(): string {
  const body = [
    set("at", int(TEXT)),
    set("reached", int(TEXT)),
    set("nesting", int(1)),
    set("second", int(NONE)),
    set("third", int(NONE)),
    ...constants(readBlock),
    // As if a comma stood in front.
    set("last_commas", long(1)),
    ...commit(int(0)),
    keep("ended", int(0)),
    `(loop $blocks
      ${readBlock.join("\n")}
      ${when(none(get("broken")), [set("at", add(get("at"), int(64))), "(br $blocks)"])})`,
    keep("depth", get("depth")),
    keep("stopped", add(get("at"), narrow(zerosBelow(get("broken"))))),
    get("reached"),
  ];
  return `(module
  (memory (export "memory") 8)
  ${isHex}
  ${isEscape}
  (func (export "skip") (param $utf8 i32) (result i32)
    ${locals(body, numbers)}
    ${body.join("\n")})
  ${plain}
  ${narrowUnits})`;
}

/** The address of the first quote, backslash or control character; with `ascii`, or byte outside ASCII. */
const plain = `(func (export "plain") (param $ascii i32) (result i32)
  (local $at i32) (local $vector v128) (local $mask i32) (local $flip v128) (local $least v128)
  ${set("at", int(TEXT))}
  ;; Compared with signs, bytes outside ASCII are the least; flipped, they are the most.
  ${set("flip", `(i8x16.splat ${choose(get("ascii"), int(0), int(0x80))})`)}
  ${set("least", `(v128.xor (i8x16.splat ${int(0x20)}) ${get("flip")})`)}
  (loop $blocks
    ${set("vector", `(v128.load align=1 ${get("at")})`)}
    ${set(
      "mask",
      `(i8x16.bitmask ${eitherOf(
        `(i8x16.lt_s (v128.xor ${get("vector")} ${get("flip")}) ${get("least")})`,
        `(i8x16.eq ${get("vector")} (i8x16.splat ${int(0x22)}))`,
        `(i8x16.eq ${get("vector")} (i8x16.splat ${int(0x5c)}))`,
      )})`,
    )}
    ${when(`(i32.eqz ${get("mask")})`, [set("at", add(get("at"), int(16))), "(br $blocks)"])})
  ${add(get("at"), `(i32.ctz ${get("mask")})`)})`;

/** Makes of UTF-16 code units, from the address \`TEXT\` on, a byte each: itself in ASCII, else 0x80 or more. */
const narrowUnits = `(func (export "narrow") (param $units i32) (local $from i32) (local $to i32) (local $end i32)
  ${set("from", int(TEXT))}
  ${set("to", int(TEXT))}
  ${set("end", add(int(TEXT), get("units")))}
  (loop $blocks
    (v128.store align=1 ${get("to")} (i8x16.narrow_i16x8_u
      ${[0, 16].map((offset) => `(i16x8.min_u (v128.load offset=${offset} align=1 ${get("from")}) (i16x8.splat (i32.const 255)))`).join(" ")}))
    ${set("from", add(get("from"), int(32)))}
    ${set("to", add(get("to"), int(16)))}
    (br_if $blocks (i32.lt_u ${get("to")} ${get("end")}))))`;
