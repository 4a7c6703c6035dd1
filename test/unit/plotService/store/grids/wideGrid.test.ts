import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, keys, list, TestService, textAt } from "../../support.ts";

const PAGE = 4096;

describe("a column of a wide grid", () => {
  let folder: string;
  let database: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wide-"));
    database = join(folder, "plots.sqlite");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** Makes unreadable whatever pages of the file hold the cells of columns other than one, and answers how many. */
  function spoilAllBut(name: string): number {
    const file = readFileSync(database);
    let spoiled = 0;
    for (let begin = 0; begin < file.length; begin += PAGE) {
      const page = file.subarray(begin, begin + PAGE);
      const holdsCells = page.includes("cell of ") && !page.includes(`cell of ${name} `);
      // The pages behind a row begin with the number of the next one; those that hold rows begin with their kind.
      if (!holdsCells || page[0] !== 0) continue;
      page.fill(0xff);
      spoiled += 1;
    }
    writeFileSync(database, file);
    return spoiled;
  }

  it("is read, alone and in a plot, without a look at the pages of the others", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
    const cells = (name: string) => Array.from({ length: 2000 }, (_, index) => `cell of ${name} ${index}`);
    const writer = new TestService({ database });
    const { fid, uids } = await writer.createGrid(Object.fromEntries(names.map((name) => [name, cells(name)])));
    const figure = { data: [{ type: "scatter", ysrc: `${fid}:${uids["c20"]}` }] };
    const plot = await writer.createPlot({ figure });
    writer.service.close();
    assert.ok(spoilAllBut("c20") > 300);

    const service = new TestService({ database });
    const column = await service.get(`/v2/grids/${fid}/col?uid=${uids["c20"]}`);
    assert.deepEqual(at(column, "cols", 0, "data"), cells("c20"));
    const content = await service.get(`/v2/plots/${plot}/content?inline_data=true`);
    assert.deepEqual(at(content, "data", 0, "y"), cells("c20"));
    assert.equal(list(await service.get(`/v2/grids/${fid}`), "cols").length, 40);
    assert.deepEqual(service.reported, []);
    // The others are spoiled indeed.
    const other = await service.get(`/v2/grids/${fid}/col?uid=${uids["c21"]}`);
    assert.equal(other.status, 400);
    assert.match(textAt(other, "detail"), /the file is damaged/);
    assert.deepEqual(keys(other), ["errors", "detail"]);
    service.service.close();
  });
});
