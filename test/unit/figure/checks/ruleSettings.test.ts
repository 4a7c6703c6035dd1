import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkFigure, checkInSteps } from "../../../../src/figure/checks/check.ts";
import type { FigureProblem, ProblemCode } from "../../../../src/figure/model/problem.ts";
import { rules } from "../../../../src/figure/checks/rules/rules.ts";
import { ruleFileSchema } from "../../../../src/figure/checks/ruleSchema.ts";
import {
  mergeRuleSettings,
  parseRuleFile,
  readRuleSettings,
  rulesOfFile,
  withRuleOff,
} from "../../../../src/figure/checks/ruleSettings.ts";
import { withRules } from "../../../../build/schema/generate.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { jsonService, TextDocument } from "../../build/jsonService.ts";

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");

const text = '{"data":[{"type":"zzz","y":[1]},{"type":"bar","y":[1]}]}';

function found(settings: { [code in ProblemCode]?: "off" | FigureProblem["severity"] }): string[] {
  const { problems } = checkFigure(readFigureText(text), { bound: false, rules: settings });
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}

describe("the rules that figures are checked by", () => {
  it("are each off or as grave as somebody set them", () => {
    assert.deepEqual(found({}), ["warning unknown-trace-type", "hint raw-array", "hint raw-array"]);
    assert.deepEqual(found({ "raw-array": "off", "unknown-trace-type": "error" }), ["error unknown-trace-type"]);
  });

  it("tell the gravest where there are very many, and how many there are", () => {
    const many = `{"data":[${'{"y":[1]},'.repeat(1500)}{"type":"zzz"}]}`;
    const { problems, total } = checkFigure(readFigureText(many), { bound: false });
    assert.equal(total, 1501);
    assert.equal(problems.length, 1000);
    assert.equal(problems.at(-1)?.code, "unknown-trace-type");
    assert.equal(checkFigure(readFigureText(many), { bound: false, limit: Infinity }).problems.length, 1501);
  });

  it("are explained in PROBLEMS.md, each under its name and with its severity, and nothing else is", () => {
    const explained = [...read("PROBLEMS.md").matchAll(/^## `([\w-]+)`\n\n_(\w+)\._ \S/gm)];
    assert.deepEqual(
      explained.map(([, code, severity]) => `${code} ${severity?.toLowerCase()}`),
      rules.map(({ code, severity }) => `${code} ${severity}`),
    );
    assert.equal(read("PROBLEMS.md").match(/^## /gm)?.length, rules.length);
    assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length);
    for (const { title } of rules) assert.match(title, /^[A-Z].*\.$/);
  });

  it("are all in the setting that package.json declares", () => {
    assert.equal(read("package.json"), withRules(read("package.json")), "run npm run generate");
  });
});

describe("a .plotfilesrc.json", () => {
  it("sets rules, before those of VS Code's settings", () => {
    const file = parseRuleFile('\uFEFF{"rules":{"raw-array":"off"}}');
    assert.deepEqual(file, { ok: true, rules: { "raw-array": "off" }, files: new Map() });
    assert.deepEqual(parseRuleFile("{}"), { ok: true, rules: {}, files: new Map() });
    const settings = readRuleSettings({ "raw-array": "error", empty: "hint", nonsense: "off", syntax: 3 });
    assert.deepEqual(settings, { "raw-array": "error", empty: "hint" });
    assert.deepEqual(readRuleSettings("off"), {});
    assert.deepEqual(mergeRuleSettings(settings, file.ok ? file.rules : {}), { "raw-array": "off", empty: "hint" });
  });

  it("sets rules for single figures, by their paths from its folder", () => {
    const file = parseRuleFile('{"rules":{"empty":"hint"},"files":{"a/b.plotly":{"empty":"off","syntax":"hint"}}}');
    assert.ok(file.ok);
    assert.deepEqual(rulesOfFile(file, "a/b.plotly"), { empty: "off", syntax: "hint" });
    assert.deepEqual(rulesOfFile(file, "b.plotly"), { empty: "hint" });
    assert.deepEqual(rulesOfFile(file, "__proto__"), { empty: "hint" });
  });

  it("is written with one rule more off, and all else as it was", () => {
    assert.equal(withRuleOff("{}", "empty", undefined), '{\n  "rules": {\n    "empty": "off"\n  }\n}\n');
    const before = '{\n\t"rules": {"syntax": "hint", "empty": "error"}\n}';
    assert.equal(
      withRuleOff(before, "empty", "a.plotly"),
      '{\n\t"rules": {\n\t\t"syntax": "hint",\n\t\t"empty": "error"\n\t},\n\t"files": {\n\t\t"a.plotly": {\n\t\t\t"empty": "off"\n\t\t}\n\t}\n}\n',
    );
    const both = parseRuleFile(withRuleOff(withRuleOff(before, "empty", "a.plotly"), "slow-figure", "a.plotly"));
    assert.ok(both.ok);
    assert.deepEqual(rulesOfFile(both, "a.plotly"), { syntax: "hint", empty: "off", "slow-figure": "off" });
  });

  it("is told what is wrong with it, and where", () => {
    for (const [content, place, sentence] of [
      ["{", "", /^This is not JSON: .+\.$/],
      ["[]", "", /must be an object such as/],
      ['{"rules":3}', "rules", /`rules` must be an object/],
      ['{"rules":{"raw-arrays":"off"}}', "rules.raw-arrays", /no rule `raw-arrays`/],
      ['{"rules":{"raw-array":"loud"}}', "rules.raw-array", /takes one of "off", "error"/],
      ['{"rule":{}}', "rule", /^There is no setting `rule`\.$/],
      ['{"files":[]}', "files", /`files` must be an object/],
      ['{"files":{"a":3}}', "files.a", /set for a file must be an object/],
      ['{"files":{"a":{"empty":"loud"}}}', "files.a.empty", /takes one of "off", "error"/],
    ] as const) {
      const file = parseRuleFile(content);
      assert.ok(!file.ok, content);
      assert.deepEqual(
        file.faults.map(({ path }) => path.join(".")),
        [place],
        content,
      );
      assert.match(file.faults[0]?.message ?? "", sentence);
    }
  });

  it("is completed by VS Code's JSON service, which leaves what is wrong in it to the extension", async () => {
    const service = jsonService(ruleFileSchema(), ["*.json"]);
    const before = '{"rules":{"raw-array":""}}';
    const document = TextDocument.create("file:///figure.plotly.json", "json", 1, before);
    const parsed = service.parseJSONDocument(document);
    const completed = await service.doComplete(document, document.positionAt(before.indexOf('""') + 1), parsed);
    assert.deepEqual(
      completed?.items.map(({ label }) => label).toSorted(),
      ['"error"', '"hint"', '"information"', '"off"', '"warning"'].toSorted(),
    );
    assert.deepEqual(await service.doValidation(document, parsed), []);
  });
});

describe("the check of a very large figure", function () {
  this.timeout(20_000);

  it("goes on in small steps, and finds the same", () => {
    const trace = '{"type":"scatter","x":[1,2],"mode":"liness","marker":{"size":3,"line":{"width":1}}}';
    const file = readFigureText(`{"data":[${Array.from({ length: 1000 }, () => trace).join(",")}]}`);
    const steps = checkInSteps(file, { bound: false });
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count++;
    assert.deepEqual(step.value, checkFigure(file, { bound: false }));
    assert.equal(step.value.total, 2000);
    assert.ok(count > 50, `${count} steps`);
  });
});
