import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import { pythonToJson } from "../../../../../src/figure/text/python/pythonToJson.ts";
import { applyEdits } from "../../../../../src/figure/model/fix.ts";
import { literals } from "./literals.ts";

function converted(text: string): string {
  const conversion = pythonToJson(text);
  assert.ok(conversion.ok, conversion.ok ? "" : conversion.message);
  const result = applyEdits(text, conversion.edits);
  JSON.parse(result);
  return result;
}

function refused(text: string): readonly [message: string, at: string] {
  const conversion = pythonToJson(text);
  assert.ok(!conversion.ok, `${text} was converted`);
  return [conversion.message, text.slice(conversion.span.start, conversion.span.end)];
}

describe("Making JSON of what Python prints", () => {
  it("changes quotes, words, tuples and trailing commas, and keeps the layout", () => {
    assert.equal(
      converted(`{'data': [{'type': 'bar', 'visible': True, 'x': (1, 2,),  # two
   'name': None, 'show': False,}],
 "layout": {'title': "it's",},
}
`),
      `{"data": [{"type": "bar", "visible": true, "x": [1, 2],  
   "name": null, "show": false}],
 "layout": {"title": "it's"}
}
`,
    );
  });

  it("takes the dict out of what print(fig) shows and of an assignment", () => {
    assert.equal(
      converted("Figure({\n    'data': [{'y': [1, 2]}], 'layout': {'template': '...'}\n})"),
      '{\n    "data": [{"y": [1, 2]}], "layout": {"template": "..."}\n}',
    );
    assert.equal(converted("fig = go.Figure({'data': [Scatter({'y': [1]})]})\n"), '{"data": [{"y": [1]}]}\n');
    assert.equal(
      converted("dict(data=[dict(x=[1, 2], y=(3,))], layout=dict())"),
      '{"data":[{"x":[1, 2], "y":[3]}], "layout":{}}',
    );
  });

  it("reads NumPy's arrays and numbers, whatever Plotly made of them", () => {
    assert.equal(
      converted(
        "{'y': array([1., 2.5,\n       nan]), 'x': np.array([[1, 2]], dtype=int8), 'z': array([], dtype=float64)}",
      ),
      '{"y": [1.0, 2.5,\n       null], "x": [[1, 2]], "z": []}',
    );
    assert.equal(
      converted("[np.float64(1.5), np.int64(3), np.True_, np.str_('a'), float('nan')]"),
      '[1.5, 3, true, "a", null]',
    );
    assert.equal(converted("[-0, -0x0, -0.0, - -0]"), "[0, 0, -0.0, 0]");
    assert.equal(converted("[nan, -inf, np.nan, float('-inf'), Infinity]"), "[null, null, null, null, null]");
  });

  it("reads numbers and texts as Python writes them", () => {
    assert.equal(
      converted("[1_000, .5, 5., -1.e3, 0x1F, +2, 1e5, 12345678901234567890]"),
      "[1000, 0.5, 5.0, -1.0e3, 31, 2, 1e5, 12345678901234567890]",
    );
    assert.equal(
      converted(String.raw`['a\'b', "c\"d", 'e"f', '\x41\u00e9\U0001F600', r'\d', u'x', 'one' "two", '''three
lines''', '\q']`),
      String.raw`["a'b", "c\"d", "e\"f", "Aé😀", "\\d", "x", "onetwo", "three\nlines", "\\q"]`,
    );
    assert.equal(
      converted("{1: 'a', True: 'b', None: 'c', 2.5: (('d'))}"),
      '{"1": "a", "true": "b", "null": "c", "2.5": "d"}',
    );
  });

  it("reads dates as plotly.py writes them", () => {
    assert.equal(
      converted(
        "[datetime.datetime(2024, 5, 1, 12, 30), datetime.date(2024, 5, 1), Timestamp('2024-05-01 00:00:00', freq='D')]",
      ),
      '["2024-05-01T12:30:00", "2024-05-01", "2024-05-01 00:00:00"]',
    );
  });

  it("replaces NaN in JSON, and changes JSON not at all", () => {
    assert.equal(converted('{"y": [1, NaN, -Infinity]}'), '{"y": [1, null, null]}');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        assert.equal(converted(text), text);
      }),
    );
  });

  it("says what cannot be converted, and where", () => {
    assert.deepEqual(refused("{'y': values}")[1], "values");
    assert.match(refused("{'y': values}")[0], /`values` is a name whose value/);
    assert.match(refused("array([1, 2, ..., 9])")[0], /^Values are left out/);
    assert.match(refused("{'a', 'b'}")[0], /JSON has no sets/);
    assert.match(refused("{'y': Series([1])}")[0], /only Python knows/);
    assert.match(refused("[1, 2")[0], /never closed/);
    assert.match(refused("{'a': 1} {'b': 2}")[0], /Only one dict/);
    assert.match(refused("['abc")[0], /no closing quote/);
    assert.match(refused("{'a': ('abc' ... 'xyz')}")[0], /^Values are left out/);
    assert.match(refused(String.raw`b'\xff'`)[0], /no UTF-8 text/);
    assert.match(refused("f'{x}'")[0], /braces/);
    assert.match(refused(String.raw`'\N{DEGREE SIGN}'`)[0], /itself/);
    assert.match(refused("[1 + 2]")[0], /^Only Python can compute what follows/);
    assert.match(refused("[x for x in y]")[1], /^x/);
    assert.match(refused("[1_]")[0], /JSON has no such value/);
    assert.match(refused("[010]")[0], /JSON has no such value/);
    assert.match(refused("[1j]")[0], /JSON has no such value/);
    assert.match(refused("")[0], /JSON has no such value/);
    assert.match(refused("[".repeat(10_000))[0], /too deeply/);
  });

  it("gives the value of any literal as people and Python write it", () => {
    fc.assert(
      fc.property(literals, ({ written, value }) => assert.deepEqual(JSON.parse(converted(written)), value)),
      { numRuns: 1500 },
    );
  });

  it("gives the value of any dict as Python would print it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = python(value as Json);
        assert.deepEqual(JSON.parse(converted(text)), JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });

  it("never fails otherwise than by a sentence", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "'",
      '"',
      ",",
      ":",
      "True",
      "nan",
      "1",
      ".",
      "-",
      "array",
      "dict",
      "=",
      "\\",
      "#",
      "\n",
      "...",
      "datetime",
      "a",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const conversion = pythonToJson(text);
        if (conversion.ok) JSON.parse(applyEdits(text, conversion.edits));
        else assert.match(conversion.message, /\.$/);
      }),
      { numRuns: 3000 },
    );
  });
});

/** `repr` of a value. */
function python(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return repr(value);
  if (Array.isArray(value))
    return value.length === 1 ? `(${python(value[0] as Json)},)` : `[${value.map(python).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, item]) => `${repr(key)}: ${python(item)}`)
      .join(", ")}}`;
  return Object.is(value, -0) ? "0" : String(value);
}

function repr(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replace(/[^ -~]/gu, (unit) => {
      const code = unit.codePointAt(0) ?? 0;
      return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : unit;
    });
  return `'${escaped}'`;
}
