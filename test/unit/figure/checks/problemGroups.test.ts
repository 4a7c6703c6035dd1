import assert from "node:assert/strict";
import { checkFigure, withOthers } from "../../../../src/figure/checks/check.ts";
import { formatPath } from "../../../../src/figure/model/path.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { pathAt } from "../../../../src/figure/text/structure/pathAt.ts";
import { groupProblems } from "../../../../src/figure/checks/problemGroups.ts";

const check = (text: string, limit?: number) =>
  checkFigure(readFigureText(text), { bound: false, ...(limit === undefined ? {} : { limit }) });

describe("the problems of a figure, a row a rule", () => {
  it("come the gravest first, with how many there are, before anything is left out", () => {
    const warnings = '{"modee":1,"marker":{"size":"huge"}},'.repeat(300);
    const groups = groupProblems(check(`{"data":[${warnings}{"xsrc":"me:1"},{"y":[1]}]}`), 100);
    assert.deepEqual(
      groups.map(({ severity, code, count, problems }) => [severity, code, count, problems.length]),
      [
        ["error", "broken-reference", 1, 1],
        ["warning", "unknown-attribute", 300, 100],
        ["warning", "wrong-value", 300, 100],
        ["hint", "raw-array", 1, 1],
      ],
    );
  });

  it("are counted though most are not told", () => {
    const text = `{"data":[${'{"modee":1},'.repeat(30)}{"xsrc":"me:1"}]}`;
    const groups = groupProblems(check(text, 10), 100);
    assert.deepEqual(
      groups.map(({ count, problems }) => [count, problems.length]),
      [
        [1, 1],
        [30, 9],
      ],
    );
  });

  it("are counted anew where a server tells more of one rule", () => {
    const text = '{"data":[{"xsrc":"me:1","ysrc":"me:1:a","modee":1}]}';
    const local = check(text);
    const [broken] = local.problems;
    assert.ok(broken?.code === "broken-reference");
    const other = { ...broken, span: { start: 24, end: 30 } };
    const both = withOthers(local, "broken-reference", [broken, other, { ...other, severity: "information" }], 1000);
    assert.equal(both.total, 4);
    assert.deepEqual(
      groupProblems(both, 100).map(({ severity, code, count }) => [severity, code, count]),
      [
        ["error", "broken-reference", 2],
        ["warning", "unknown-attribute", 1],
        ["information", "broken-reference", 1],
      ],
    );
  });
});

describe("the path of a place in a figure", () => {
  const text = '{"data":[{"x":[1],"line":{"color":"red"}},{"ysrc":"a:1:b","name":"n"}],"layout":{}}';
  const file = readFigureText(text);
  const at = (word: string, structure = file.structure) =>
    formatPath(pathAt(file.outline, structure, text.indexOf(word)));

  it("is that of the innermost member", () => {
    assert.deepEqual(
      ['"x"', '"red"', '"ysrc"', '"layout"'].map((word) => at(word)),
      ["data[0].x", "data[0].line.color", "data[1].ysrc", "layout"],
    );
  });

  it("is that of the array, the reference or the trace where the text is too long for more", () => {
    const none = { root: undefined };
    assert.deepEqual(
      ['"x"', '"red"', '"ysrc"', '"n"', '"layout"'].map((word) => at(word, none)),
      ["data[0].x", "data[0]", "data[1].ysrc", "data[1]", ""],
    );
  });
});
