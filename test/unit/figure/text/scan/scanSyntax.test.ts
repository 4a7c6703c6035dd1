import assert from "node:assert/strict";
import { scanFigure } from "../../../../../src/figure/text/scan/scan.ts";

/** What is said of a text: code, the words it is said of, the sentence. */
function problemsOf(text: string): (readonly [string, string, string])[] {
  return scanFigure(text).syntax.map(({ code, span, message }) => [code, text.slice(span.start, span.end), message]);
}

function assertSays(text: string, code: string, marked: string, sentence: RegExp): void {
  const problems = problemsOf(text);
  assert.deepEqual(
    problems.map(([found, at]) => [found, at]),
    [[code, marked]],
    text,
  );
  assert.match(problems[0]?.[2] ?? "", sentence);
  assert.throws(() => {
    JSON.parse(text);
  });
}

describe("a text that is not JSON", () => {
  it("says that a file is empty and what a figure is", () => {
    assertSays("", "empty", "", /^The file is empty\. .*\{"data": \[\], "layout": \{\}\}\.$/);
    assertSays(" \n\t", "empty", " \n\t", /white space/);
  });

  it("recognizes a printed Python dict and says how to write JSON", () => {
    for (const [text, marked] of [
      ["{'data': [{'x': [1, 2]}]}", "'data'"],
      ['{"data": [{"x": [1, 2], "visible": True}]}', "True"],
      ['{"data": [{"x": [1, None]}]}', "None"],
      ['{"data": [{"x": array([1, 2], dtype=int32)}]}', "array"],
      ["Figure({\n    'data': [{'type': 'bar', 'y': [1, 2]}]\n})", "Figure"],
    ] as const)
      assertSays(text, "python-dict", marked, /Python dict.*fig\.write_json.*json\.dumps/);
  });

  it("still finds what a printed Python dict holds", () => {
    const text =
      "Figure({'data': [{'name': 'it\\'s', 'type': 'bar', 'x': array([1, 2, 3], dtype=int8), 'y': [1, nan]}],\n 'layout': {}})";
    const { traces, arrays, members } = scanFigure(text);
    assert.deepEqual(
      traces.map(({ type, name }) => [type, name]),
      [["bar", "it\\'s"]],
    );
    assert.deepEqual(
      arrays.map(({ path, length }) => [path.at(-1), length]),
      [
        ["x", 3],
        ["y", 2],
      ],
    );
    assert.deepEqual([...members.keys()], ["data", "layout"]);
  });

  it("takes no value without a key for one more of the key before", () => {
    const { arrays, syntax } = scanFigure('{"data":[{"y":[1][2,3],"x":[4]}]}');
    assert.equal(syntax.length, 1);
    assert.deepEqual(
      arrays.map(({ path, length }) => [path.at(-1), length]),
      [
        ["y", 1],
        ["x", 1],
      ],
    );
  });

  it("takes no value behind a bare colon for the one of the key before", () => {
    const { references } = scanFigure('{"data":[{"ysrc":"me:1:a", :"me:1:b"}]}');
    assert.deepEqual(
      references.map(({ text }) => text),
      ["me:1:a"],
    );
  });

  it("marks every number that JSON lacks at its place", () => {
    const text = '{"data":[{"x":[1, NaN, 2, -Infinity, Infinity, nan]}]}';
    assert.deepEqual(
      problemsOf(text).map(([code, marked]) => [code, marked]),
      ["NaN", "-Infinity", "Infinity", "nan"].map((word) => ["non-finite-number", word]),
    );
    assert.match(problemsOf(text)[0]?.[2] ?? "", /no number NaN.*null/);
    assert.equal(scanFigure(text).arrays[0]?.length, 6);
    assert.ok(problemsOf(`[${"NaN,".repeat(1_000_000)}1]`).length <= 20);
  });

  const faults: readonly (readonly [title: string, text: string, marked: string, sentence: RegExp])[] = [
    ["a comma behind the last element", '{"a": [1, 2, ]}', ",", /no comma behind the last element/],
    ["a comma behind the last member", '{"a": 1,\n}', ",", /no comma behind the last member/],
    ["a missing comma between elements", '{"a": [1 2]}', "2", /comma is missing between the element/],
    ["a missing comma between members", '{"a": 1 "b": 2}', '"', /comma is missing between the member/],
    ["a comma too many", '{"a": 1,, "b": 2}', ",", /one comma too many/],
    ["a missing colon", '{"a" 1}', "1", /Expected a colon/],
    ["a missing value", '{"a": }', "}", /value is missing/],
    ["a missing value before a comma", "[1,,2]", ",", /value is missing before this comma/],
    ["a key without quotes", "{data: []}", "data", /A key needs double quotes: write "data"/],
    ["a text without quotes", '{"a": foo}', "foo", /needs double quotes/],
    ["a text that is not closed", '{"a": "foo\n}', '"foo', /not closed on its line/],
    ["a text that is not closed by the end", '{"a": "foo', '"foo', /not closed/],
    ["an array that is not closed", '{"a": [1}', "}", /Expected `\]` to close this array but found `}`/],
    ["an object that is not closed", '{"a": [{"b": 1]}', "]", /Expected `}` to close this object but found `\]`/],
    ["a text that ends too early", '{"a": [1', "1", /ends too early.*`\]`/],
    ["a bracket that closes nothing", "[1}", "}", /closes nothing/],
    ["more than one value", "{} {}", "{", /ends before this/],
    ["a comment", '{// no\n"a": 1}', "// no", /no comments/],
    ["undefined", '{"a": undefined}', "undefined", /null/],
    ["an escape that JSON lacks", String.raw`{"a": "\x41"}`, String.raw`\x`, /no escape/],
    ["a raw tab in a text", '{"a": "b\tc"}', "\t", /U\+0009/],
    ["zeros before a number", '{"a": 007}', "007", /no zeros in front/],
    ["zeros before a number in a list", '{"a": [1, 007]}', "007", /no zeros in front/],
    ["a plus sign", '{"a": [+1]}', "+1", /no plus sign/],
    ["a bare point", '{"a": [.5]}', ".5", /digit before the point/],
    ["a point without digits", '{"a": [5.]}', "5.", /digit behind the point/],
    ["a hexadecimal number", '{"a": [0x1F]}', "0x1F", /decimal/],
    ["a space that JSON lacks", '{"a":\u00a01}', "\u00a0", /U\+00A0/],
  ];
  for (const [title, text, marked, sentence] of faults)
    it(`names ${title}`, () => assertSays(text, "syntax", marked, sentence));

  it("points to the bracket that is never closed", () => {
    const text = '{"data": [{"x": [1, 2]}';
    const [problem] = scanFigure(text).syntax;
    assert.deepEqual(
      problem?.related.map(({ span }) => span.start),
      [text.indexOf("[")],
    );
  });

  it("keeps what stands before and behind a fault", () => {
    for (const text of [
      '{"data":[{"x":[1,2,],"type":"bar"},{"y":[1]}],"layout":{"meta":[1]}}',
      '{"data":[{"x":[1 2],"type":"bar"},{"y":[1]}],"layout":{"meta":[1]}}',
      '{"data":[{"x":[1,2],"type":"bar",},{"y":[1]}],"layout":{"meta":[1]}}',
      '{"data":[{"x":[1,2],"type":"bar"}}, {"y":[1]}],"layout":{"meta":[1]}}',
      '{"data":[{"x":[1,2],"type":"bar"},{"name":"a\n,"y":[1]}],"layout":{"meta":[1]}}',
      '{"data":[{"x":[1,2],type:"bar"},{"y":[1]}],/* b */"layout":{"meta":[1]}}',
      '{"data":[{"x":[1,2],"type" "bar"},{"y":[1]}],"layout":{"meta":[1]}}',
    ]) {
      const { arrays, traces, members, syntax } = scanFigure(text);
      assert.equal(syntax.length, 1, text);
      assert.deepEqual(
        arrays.map(({ path, length }) => `${path.join(".")} ${length}`),
        ["data.0.x 2", "data.1.y 1", "layout.meta 1"],
        text,
      );
      assert.equal(traces[0]?.type, "bar", text);
      assert.deepEqual([...members.keys()], ["data", "layout"], text);
    }
  });
});
