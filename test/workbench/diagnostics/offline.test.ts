import { deepEqual, equal, match, ok } from "node:assert/strict";
import { DiagnosticSeverity } from "vscode";
import { codeOf, deleteFigures, openFigure, problems } from "../support/figures.ts";
import { Seed } from "../support/seed.ts";
import { setSetting, useServer } from "../support/settings.ts";

describe("References of a figure, on a server at another port", () => {
  let seed: Seed;
  beforeEach(async () => {
    seed = await Seed.fresh();
    await useServer(seed.root);
  });
  afterEach(async () => {
    await deleteFigures();
    await useServer(undefined);
  });

  it("are said to be unchecked, once a figure, while the server cannot be asked", async () => {
    await seed.fail("/grids/mona:5", "close");
    await seed.fail("/grids/r_frank:1", 500);
    const figure = `{"data": [{"xsrc": "mona:5:a1b2c3", "ysrc": "mona:5:d4e5f6"}, {"ysrc": "r_frank:1:0a0a0a"}]}`;
    const document = await openFigure(figure);
    const found = await problems(document.uri);
    equal(found.length, 1);
    const [problem] = found;
    ok(problem);
    equal(problem.severity, DiagnosticSeverity.Information);
    equal(document.getText(problem.range), `"mona:5:a1b2c3"`);
    match(problem.message, /^The references of this figure could not be checked\. 127\.0\.0\.1:\d+ .+\.$/);
  });

  it("are checked again when the server is another one", async () => {
    await seed.fail("/grids/mona:5", 500);
    const document = await openFigure(`{"data": [{"xsrc": "mona:5:a1b2c3"}, {"xsrc": "mona:5:ffffff"}]}`);
    await problems(document.uri);
    await seed.fail("/grids/mona:5", undefined);
    await setSetting("server.timeout", 29);
    const found = await problems(document.uri, ([first]) => first?.severity === DiagnosticSeverity.Error);
    deepEqual(
      found.map(({ range }) => document.getText(range)),
      ["ffffff"],
    );
    await setSetting("server.timeout", undefined);
  });

  it("of all figures ask for each grid once", async () => {
    const first = await openFigure(`{"data": [{"xsrc": "mona:5:eeeeee"}, {"ysrc": "mona:5:ffffff"}]}`);
    await problems(first.uri, ({ length }) => length === 2);
    const second = await openFigure(`{"data": [{"xsrc": "mona:5:dddddd"}]}`);
    await problems(second.uri);
    equal((await seed.requests("/grids/mona:5")).length, 1);
  });

  it("that are fine are not marked", async () => {
    const fine = await openFigure(`{"data": [{"xsrc": "mona:5:a1b2c3", "ysrc": "mona:5:d4e5f6"}]}`);
    const broken = await openFigure(`{"data": [{"xsrc": "mona:5:ffffff"}]}`);
    await problems(broken.uri);
    deepEqual((await problems(fine.uri, () => true)).map(codeOf), []);
  });
});
