import assert from "node:assert/strict";
import { scanFigure, scanFigureBytes } from "../../../../../src/figure/text/scan/scan.ts";

const s = String.raw;
const control = Array.from({ length: 0x20 }, (_, code) => `["a${String.fromCharCode(code)}b"]`);

/** Texts that RFC 8259 allows, by the rule of its grammar. */
const accepted: { readonly [rule: string]: readonly string[] } = {
  "any value is a text (2)": ["{}", "[]", '""', "0", "-0", "1.5", "true", "false", "null", '"a"'],
  "white space stands around the six characters (2)": [
    " \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n",
    '\n{ "a" : 1 , "b" : 2 }\n',
    "\t1\r",
  ],
  "the three words are lower case (3)": [
    "[true]",
    "[false]",
    "[null]",
    "[true,false,null]",
    '{"a":true,"b":false,"c":null}',
  ],
  "objects hold members (4)": [
    '{"a":1}',
    '{"a":1,"b":2}',
    '{"":0}',
    '{"a":{"b":{}}}',
    '{"a":1,"a":2}',
    s`{"\u0061":1}`,
    '{"__proto__":1}',
    '{"ключ":1}',
  ],
  "arrays hold elements of any kind (5)": [
    "[1]",
    "[1,2]",
    "[[]]",
    "[[],[[]]]",
    '[1,"a",null,{},[],true]',
    "[[[[[[[[1]]]]]]]]",
  ],
  "numbers (6)": [
    "[0]",
    "[-0]",
    "[0.0]",
    "[10]",
    "[-1]",
    "[1.25]",
    "[-0.5]",
    "[1e5]",
    "[1E5]",
    "[1e+5]",
    "[1e-5]",
    "[0e0]",
    "[0E+1]",
    "[1.5e300]",
    "[1e400]",
    "[-1e-400]",
    "[123456789012345678901234567890]",
    `[${"9".repeat(500)}.${"1".repeat(500)}]`,
    "1e1",
    '{"a":-1.0e-0}',
  ],
  "strings (7)": [
    '["é"]',
    '["日本語"]',
    '["🎉"]',
    '["\u007f"]',
    '["\u2028\u2029"]',
    '["\u00a0"]',
    '["\ufeff"]',
    '["\uffff"]',
    '["/"]',
    '["\'"]',
    '["// no comment"]',
    `["${"long ".repeat(5000)}"]`,
  ],
  "escapes (7)": [
    s`["\""]`,
    s`["\\"]`,
    s`["\/"]`,
    s`["\b\f\n\r\t"]`,
    s`["\u0000"]`,
    s`["\u00e9"]`,
    s`["\u00E9"]`,
    s`["\uD83C\uDF89"]`,
    s`["\uD800"]`,
    s`["\uDFAA\uD800"]`,
    s`["\\u12"]`,
    s`["a\\"]`,
    s`"\""`,
    s`{"\"":"\\"}`,
  ],
};

/** Texts that it does not. */
const rejected: { readonly [rule: string]: readonly string[] } = {
  "a text holds one value (2)": [
    "",
    " ",
    "\n",
    "1 2",
    "[] []",
    "{}{}",
    "[1]x",
    '"a" "b"',
    "[],",
    "null null",
    "1,",
    "]",
    "}",
  ],
  "no other white space (2)": [
    "[1,\u00a02]",
    "[\u000b1]",
    "[\f1]",
    "\u20281",
    "[1]\u3000",
    "[1\u2003]",
    "[\u200b1]",
    "[1]\0",
    "[\ufeff1]",
  ],
  "no other words (3)": [
    "[True]",
    "[TRUE]",
    "[nul]",
    "[nulll]",
    "[tru]",
    "[truee]",
    "[fals]",
    "[falsey]",
    "[undefined]",
    "[NaN]",
    "[Infinity]",
    "[-Infinity]",
    "[inf]",
    "[None]",
    "nul",
    "truth",
    "n",
    "[true false]",
  ],
  "objects (4)": [
    "{",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    "}",
    '{"a"}',
    '{"a":}',
    "{:1}",
    "{a:1}",
    "{1:1}",
    "{null:1}",
    '{"a" 1}',
    '{"a"::1}',
    '{"a":1:2}',
    '{"a":1,}',
    "{,}",
    '{,"a":1}',
    '{"a":1,,"b":2}',
    '{"a":1 "b":2}',
    '{"a":1;"b":2}',
    '{"a"=1}',
    '{"a":1]',
    "{'a':1}",
    '{"a","b"}',
    '{["a"]:1}',
  ],
  "arrays (5)": [
    "[",
    "[1",
    "[1,",
    "[,",
    "[,]",
    "[,1]",
    "[1,]",
    "[1,,2]",
    "[1 2]",
    "[1;2]",
    "[1:2]",
    "[1}",
    "[[1]",
    "[1]]",
    '["a" "b"]',
    '["a",]',
    '["a":1]',
    "[{},]",
    "[[],]",
    "[1,\n2\n,]",
    "(1)",
  ],
  "numbers (6)": [
    "[01]",
    "[-01]",
    "[00]",
    "[-]",
    "[+1]",
    "[--1]",
    "[-+1]",
    "[1.]",
    "[.1]",
    "[-.1]",
    "[.]",
    "[1.e1]",
    "[.e1]",
    "[1e]",
    "[1e+]",
    "[1e-]",
    "[1E]",
    "[e1]",
    "[1e1.5]",
    "[1e1e1]",
    "[1.2.3]",
    "[1..2]",
    "[0x1]",
    "[0b1]",
    "[0o7]",
    "[1_000]",
    "[1,000.]",
    "[1a]",
    "[1-2]",
    "[1+2]",
    "[- 1]",
    "[1 .5]",
    "[1e 5]",
    "[１]",
    "[1n]",
    "[0e]",
    "[-a]",
    "01",
    "1.",
    "-",
    "2e",
  ],
  "strings (7)": [
    '"',
    '["a]',
    '["a',
    "['a']",
    "[`a`]",
    "[a]",
    '["a"b"]',
    '["a""b"]',
    ...control,
    '["a\nb"]',
    `["${"x".repeat(300)}\t"]`,
    `["${"x".repeat(300)}`,
  ],
  "escapes (7)": [
    s`["\a"]`,
    s`["\x41"]`,
    s`["\0"]`,
    s`["\'"]`,
    s`["\ "]`,
    s`["\u"]`,
    s`["\u1"]`,
    s`["\u12"]`,
    s`["\u123"]`,
    s`["\u123g"]`,
    s`["\U0041"]`,
    s`["\u{41}"]`,
    s`["\u-041"]`,
    s`["\u 041"]`,
    s`["\"]`,
    '["\\',
    '"\\',
    s`["\é"]`,
    s`[\n]`,
    s`{"\q":1}`,
    s`["\uD83C\u"]`,
  ],
  "no comments": ["[1] // one", "[1, /* two */ 2]", "# no\n[1]", "/**/", "[1]/"],
};

/** Where it stands makes no difference: alone, in a figure's data, in what is skipped, and far into a long text. */
const places: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `{"data":[{"x":[1,2],"customdata":${text}}]}`,
  (text) => `{"data":[],"else":[${text}]}`,
  (text) => `{"data":[{"x":[${'1.5,"a",'.repeat(2040)}1],"meta":${text},"y":[1]}],"naïve":"é"}`,
];

describe("JSON as RFC 8259 defines it", () => {
  for (const [rule, texts] of Object.entries(accepted))
    it(`accepts: ${rule}`, () => {
      for (const text of texts) for (const place of places) assertVerdict(place(text), true);
    });
  for (const [rule, texts] of Object.entries(rejected))
    it(`rejects: ${rule}`, () => {
      for (const text of texts) {
        assertVerdict(text, false);
        for (const place of places) assertVerdict(place(text), isJson(place(text)));
      }
    });

  it("accepts every text at every place in a long array", () => {
    for (let shift = 0; shift < 70; shift++)
      for (const element of ["-12.5e+10", s`"\u00e9\n"`, '"é🎉"', "null", "true", "false", '"long enough to matter"'])
        assertVerdict(`[${" ".repeat(16_350 + shift)}1,${element},${element}, ${element} ]`, true);
  });
});

function assertVerdict(text: string, accepts: boolean): void {
  const shown = text.length > 200 ? `${text.slice(0, 100)}…${text.slice(-100)}` : text;
  assert.equal(isJson(text), accepts, `JSON.parse of ${shown}`);
  assert.equal(scanFigure(text).syntax.length === 0, accepts, shown);
  assert.equal(scanFigureBytes(new TextEncoder().encode(text)).syntax.length === 0, accepts, `bytes of ${shown}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
