import assert from "node:assert/strict";
import { readCsv } from "../../../src/workbench/createPlot/csvTable.ts";

describe("A CSV file as a table", () => {
  it("becomes columns by its header, numbers where all cells are numbers", () => {
    assert.deepEqual(readCsv("day,high\n2024-01-01,3.5\n2024-01-02,-1e2\n"), {
      ok: true,
      columns: [
        { name: "day", data: ["2024-01-01", "2024-01-02"] },
        { name: "high", data: [3.5, -100] },
      ],
    });
  });

  it("may be separated by semicolons or tabs, begin with a byte-order mark and quote its cells", () => {
    assert.deepEqual(readCsv('\uFEFFa;b\r\n"x; y";2\r\n'), {
      ok: true,
      columns: [
        { name: "a", data: ["x; y"] },
        { name: "b", data: [2] },
      ],
    });
    assert.equal(readCsv("a\tb\n1\t2").ok, true);
  });

  it("has null for empty and missing cells", () => {
    assert.deepEqual(readCsv("a,b\n1,\n,2\n3\n"), {
      ok: true,
      columns: [
        { name: "a", data: [1, null, 3] },
        { name: "b", data: [null, 2, null] },
      ],
    });
  });

  it("gets a name for every column, each once", () => {
    const read = readCsv("a,a,,a (2)\n1,2,3,4");
    assert.ok(read.ok);
    assert.equal(new Set(read.columns.map(({ name }) => name)).size, 4);
    assert.ok(read.columns.every(({ name }) => name !== ""));
  });

  it("that is empty or broken is refused in a sentence", () => {
    for (const text of ["", "a,b\n", 'a,b\n"1,2\n']) {
      const read = readCsv(text);
      assert.equal(read.ok, false, JSON.stringify(text));
      assert.match(read.ok ? "" : read.sentence, /^The file .+\.?$/);
    }
  });
});
