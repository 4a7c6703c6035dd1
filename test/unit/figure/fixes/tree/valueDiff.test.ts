import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { TreeEdits } from "../../../../../src/figure/fixes/tree/treeEdits.ts";
import { changeValue } from "../../../../../src/figure/fixes/tree/valueDiff.ts";
import { applyEdits } from "../../../../../src/figure/model/fix.ts";

/** The text after the value has become another one. */
function changed(text: string, after: Json): string {
  const file = readFigureText(text);
  const edits = new TreeEdits(file);
  changeValue(file.structure.root!, JSON.parse(text) as Json, after, edits);
  const made = edits.edits();
  for (const [index, { span }] of made.entries()) assert.ok(index === 0 || made[index - 1]!.span.end < span.start);
  return applyEdits(text, made);
}

describe("Changing a file's value", () => {
  it("edits what differs and keeps every other character", () => {
    const text = `{
    "data" : [ {"y":[1,2,  3], "name": "A"},
      {"y": [4]} ],
    "layout": {
        "title": "Tides",
        "width":400
    }
}
`;
    const value = JSON.parse(text) as { data: Json[]; layout: { [key: string]: Json } };
    const after = { ...value, layout: { ...value.layout, title: { text: "Tides" } } };
    assert.equal(changed(text, after), text.replace('"Tides"', '{"text": "Tides"}'));
    assert.equal(
      changed(text, { ...value, data: [{ ...(value.data[0] as object), name: "B" }, value.data[1]!] }),
      text.replace('"A"', '"B"'),
    );
  });

  it("keeps a file of one line on one line", () => {
    assert.equal(
      changed('{"data":[{"y":[1,2]}],"layout":{"title":"T"}}', {
        data: [{ y: [1, 2], meta: { a: [1, 2], b: {} } }],
        layout: { title: { text: "T" } },
      }),
      '{"data":[{"y":[1,2],"meta":{"a":[1,2],"b":{}}}],"layout":{"title":{"text":"T"}}}',
    );
  });

  it("writes new members as their neighbours stand: tabs, CRLF, one value a line", () => {
    const text = '{\r\n\t"data": [],\r\n\t"layout": {\r\n\t\t"range": [\r\n\t\t\t0,\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}';
    assert.equal(
      changed(text, { data: [], layout: { range: [0, 1], more: [2, 3] } }),
      text.replace("1\r\n\t\t]", '1\r\n\t\t],\r\n\t\t"more": [\r\n\t\t\t2,\r\n\t\t\t3\r\n\t\t]'),
    );
  });

  it("writes small objects on one line where the file does", () => {
    const text = '{\n  "data": [\n    { "type": "bar", "y": [1] }\n  ],\n  "layout": {\n    "title": "T"\n  }\n}';
    assert.equal(
      changed(text, { data: [{ type: "bar", y: [1] }], layout: { title: { text: "T" } } }),
      text.replace('"T"', '{ "text": "T" }'),
    );
  });

  it("renames a member whose value stays, and lets two change places, without touching their data", () => {
    const [x, y] = [
      [1, 2],
      [3, 4],
    ];
    const text = '{"data": [{"x": [1, 2], "y": [3, 4], "t": [5]}]}';
    const file = readFigureText(text);
    const before = { data: [{ x, y, t: [5] }] } as Json;
    const edits = new TreeEdits(file);
    changeValue(file.structure.root!, before, { data: [{ x: y, y: x, theta: [5] }] }, edits);
    assert.equal(applyEdits(text, edits.edits()), '{"data": [{"y": [1, 2], "x": [3, 4], "theta": [5]}]}');
  });

  it("finds the element that became several", () => {
    const text =
      '{"data": [{"y": [1], "name": "a"}, {"y": [2, 3], "mode": "lines", "t": 1}, {"y": [4], "title": "x"}]}';
    const after = {
      data: [
        { y: [1], name: "a" },
        { y: [2], mode: "lines" },
        { y: [3], mode: "lines" },
        { y: [4], title: { text: "x" } },
      ],
    };
    const result = changed(text, after);
    assert.deepEqual(JSON.parse(result), after);
    assert.ok(result.startsWith('{"data": [{"y": [1], "name": "a"}, {"y": [2]'), result);
  });

  it("removes every one of members with the same name, and none that stays", () => {
    assert.equal(changed('{"data": [], "a": 1, "b": 2, "a": 3}', { data: [], b: 2 }), '{"data": [], "b": 2}');
    assert.equal(changed('{"a": 1, "a": 3, "b": 2}', { c: { d: 1 }, b: 2 }), '{"c": {"d": 1}, "b": 2}');
  });

  const key = fc.oneof(
    fc.constantFrom("x", "y", "title", "marker", "data", "xsrc", "__proto__"),
    fc.string({ maxLength: 3 }),
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.string({ maxLength: 4 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
      ),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    ) as fc.Arbitrary<Json>,
  }));

  it("gives the wanted value, whatever both are and however the file is laid out", () => {
    fc.assert(
      fc.property(value, value, value, fc.constantFrom(undefined, 1, 2, "\t"), (one, other, third, indent) => {
        const text = JSON.stringify({ data: [one, third], layout: other }, null, indent);
        const before = JSON.parse(text) as { data: Json[]; layout: Json };
        // Parts are shared, as they are by a migration.
        const after = {
          data: [before.layout, before.data[1]!],
          layout: { title: before.data[0]!, other: third },
        } as Json;
        assert.deepEqual(JSON.parse(changed(text, after)), JSON.parse(JSON.stringify(after)));
      }),
      { numRuns: 200 },
    );
  });
});
