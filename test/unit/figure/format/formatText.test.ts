import assert from "node:assert/strict";
import { formatEdits } from "../../../../src/figure/format/formatText.ts";
import { layoutOf } from "../../../../src/figure/format/layout.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { formatted } from "./formatted.ts";

const lines = (...all: string[]) => all.join("\n");

describe("formatEdits", () => {
  it("opens objects, and keeps short lists on one line", () => {
    assert.equal(
      formatted('{"data":[{"type":"bar","x":["a","b"],"marker":{"color":"red"}}],"layout":{}, "frames":[ ]}'),
      lines(
        "{",
        '  "data": [',
        "    {",
        '      "type": "bar",',
        '      "x": ["a", "b"],',
        '      "marker": {',
        '        "color": "red"',
        "      }",
        "    }",
        "  ],",
        '  "layout": {},',
        '  "frames": []',
        "}",
      ),
    );
  });

  it("fills lines with the numbers and short texts of a long list", () => {
    assert.equal(
      formatted('{"x":[1,22,333,4444,55555,\n666666, 7777777],"y":["2024-01-01","2024-01-02","2024-01-03"]}', 24),
      lines(
        "{",
        '  "x": [',
        "    1, 22, 333, 4444,",
        "    55555, 666666,",
        "    7777777",
        "  ],",
        '  "y": [',
        '    "2024-01-01",',
        '    "2024-01-02",',
        '    "2024-01-03"',
        "  ]",
        "}",
      ),
    );
  });

  it("gives each text of a list of long ones a line", () => {
    const [long, short] = [`"${"text ".repeat(9)}"`, '"ok"'];
    const text = `{"text":[${[short, long, short, long].join(",")}]}`;
    assert.equal(
      formatted(text),
      lines("{", '  "text": [', `    ${short},`, `    ${long},`, `    ${short},`, `    ${long}`, "  ]", "}"),
    );
  });

  it("gives each row of a table a line, and fills the lines of a row that is too long", () => {
    assert.equal(
      formatted('{"z":[[1,2],[3,4],[],[1000,2000,3000,4000],null],"colorscale":[[0,"red"]]}', 20),
      lines(
        "{",
        '  "z": [',
        "    [1, 2],",
        "    [3, 4],",
        "    [],",
        "    [",
        "      1000, 2000,",
        "      3000, 4000",
        "    ],",
        "    null",
        "  ],",
        '  "colorscale": [',
        '    [0, "red"]',
        "  ]",
        "}",
      ),
    );
  });

  it("fills lines with the pixels of a picture and the points of an outline", () => {
    assert.equal(
      formatted('{"z":[[[1,2,3],[4,5,6],[7,8,9]],[[1,2,3]]]}', 30),
      lines(
        "{",
        '  "z": [',
        "    [",
        "      [1, 2, 3], [4, 5, 6],",
        "      [7, 8, 9]",
        "    ],",
        "    [[1, 2, 3]]",
        "  ]",
        "}",
      ),
    );
    assert.equal(
      formatted("[[[1,2],[10000,20000,30000],[3,4],[5,6]]]", 20),
      lines(
        "[",
        "  [",
        "    [1, 2],",
        "    [",
        "      10000, 20000,",
        "      30000",
        "    ],",
        "    [3, 4], [5, 6]",
        "  ]",
        "]",
      ),
    );
  });

  it("opens lists in which objects are, however deep", () => {
    assert.equal(
      formatted('{"args":[["a"],{"frame":{}}]}'),
      lines("{", '  "args": [', '    ["a"],', "    {", '      "frame": {}', "    }", "  ]", "}"),
    );
  });

  it("leaves base64, escapes and the spelling of numbers and keys as they are", () => {
    const base64 = `"${"AAAA/+8=".repeat(1000)}"`;
    const text = `{"a":{"bdata":${base64}},"\\u0061":[1.0,1e5,-0,1E+400,0.12345678901234567],"a":"\\\\\\" , [1,2]"}`;
    assert.equal(
      formatted(text),
      lines(
        "{",
        '  "a": {',
        `    "bdata": ${base64}`,
        "  },",
        '  "\\u0061": [1.0, 1e5, -0, 1E+400, 0.12345678901234567],',
        '  "a": "\\\\\\" , [1,2]"',
        "}",
      ),
    );
  });

  it("keeps the indentation, the line ends, the byte order mark and the end of the text", () => {
    assert.equal(formatted('{\n    "a":1}'), '{\n    "a": 1\n}');
    assert.equal(formatted('{\r\n\t"a":[1,2]}\r\n\r\n'), '{\r\n\t"a": [1, 2]\r\n}\r\n');
    assert.equal(formatted('\uFEFF {"a":1} '), '\uFEFF{\n  "a": 1\n}');
    assert.equal(formatted('{"a":1}\n'), '{\n  "a": 1\n}\n');
    assert.equal(formatted('{\n              "a":1}'), '{\n  "a": 1\n}');
    assert.equal(formatted("{ \n }"), "{}");
    assert.equal(formatted(" 1 "), "1");
  });

  it("changes nothing in a text that is formatted, and little in one of which little is not", () => {
    const names = Array.from({ length: 500 }, (_, index) => `"name ${index}": {"color": "red"}`);
    const text = formatted(`{${names.join(",")}}`);
    assert.deepEqual(finished(formatEdits(text, layoutOf(text, 100))), []);
    const place = text.indexOf('"name 250"');
    const edits = finished(formatEdits(`${text.slice(0, place)} ${text.slice(place)}`, layoutOf(text, 100)));
    assert.deepEqual(edits, [{ span: { start: place - 3, end: place + 1 }, text: "\n  " }]);
  });

  it("makes few edits of a text of which very much is not formatted", () => {
    const long = "x".repeat(300);
    const text = `{${Array.from({ length: 5000 }, (_, index) => `"${long}${index}":1`).join(",")}}`;
    const edits = finished(formatEdits(text, layoutOf(text, 100)));
    assert.ok(edits.length <= 1001, `${edits.length} edits`);
    assert.equal(applyEdits(text, edits), formatted(text));
  });

  it("formats a part as it stands in the whole", () => {
    const text = '{"a":[1,2],"b":[1,2],"c":[1,2]}';
    const within = { start: text.indexOf('"b"'), end: text.indexOf(',"c"') };
    const edits = finished(formatEdits(text, layoutOf(text, 100), within));
    assert.equal(applyEdits(text, edits), '{"a":[1,2],\n  "b": [1, 2],"c":[1,2]}');
  });

  it("puts on one line what lies deeper than any figure", () => {
    const deep = 200_000;
    const text = formatted(`${'{"a":['.repeat(deep)}1${"]}".repeat(deep)}`);
    assert.ok(text.length < 6 * deep * 2, `${text.length} characters`);
    assert.ok(text.includes('{"a": [{"a": [1]}]}'));
  });
});
