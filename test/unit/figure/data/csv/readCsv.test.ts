import assert from "node:assert/strict";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import { csvLimits, type CsvOptions, type CsvTable } from "../../../../../src/figure/data/csv/csvTable.ts";
import { cutSentence, readCsv, readCsvInSteps } from "../../../../../src/figure/data/csv/readCsv.ts";

function table(text: string, options?: CsvOptions): CsvTable {
  const read = readCsv(text, options);
  assert.ok(read.ok, read.ok ? "" : read.sentence);
  return read.table;
}

function columns(text: string, options?: CsvOptions): Record<string, readonly Json[]> {
  return Object.fromEntries(table(text, options).columns.map(({ name, data }) => [name, data]));
}

function column(cells: readonly string[], options?: CsvOptions) {
  const found = table(`row\tvalue\n${cells.map((cell) => `x\t${cell}\n`).join("")}`, { separator: "\t", ...options });
  const [, value] = found.columns;
  assert.ok(value !== undefined);
  return value;
}

describe("A CSV file as a table", () => {
  it("becomes columns by its header", () => {
    assert.deepEqual(columns("day,high\n2024-01-01,3.5\n2024-01-02,-1e2\n"), {
      day: ["2024-01-01", "2024-01-02"],
      high: [3.5, -100],
    });
  });

  it("has null for empty and missing cells", () => {
    assert.deepEqual(columns("a,b,c\n1,,x\n,2,\n3\n"), { a: [1, null, 3], b: [null, 2, null], c: ["x", null, null] });
    assert.deepEqual(columns("a,b\nNA,x\n1.5,NA\nNaN,y\n-,z\n"), {
      a: [null, 1.5, null, null],
      b: ["x", "NA", "y", "z"],
    });
  });

  it("keeps what is quoted as it is", () => {
    assert.deepEqual(columns('a,b\n"x, ""y""\nz", " w "\n'), { a: ['x, "y"\nz'], b: [" w "] });
    assert.deepEqual(columns('size,b\n24" wide,1\n"a"b,2\n'), { size: ['24" wide', "ab"], b: [1, 2] });
  });

  it("gets a name for every column, each once", () => {
    const names = table("a,a,,a (2)\n1,2,3,4").columns.map(({ name }) => name);
    assert.deepEqual(names, ["a", "a (2)", "column 3", "a (2) (2)"]);
  });

  it("that is empty or broken is refused in a sentence", () => {
    for (const [text, sentence] of [
      ["", /^The file is empty\./],
      ["\n \n", /^The file is empty\./],
      ['a,b\n1,2\n"3,4\n5,6\n', /the quote that opens a cell on line 3 is never closed/],
    ] as const) {
      const read = readCsv(text);
      assert.ok(!read.ok, JSON.stringify(text));
      assert.match(read.sentence, sentence);
    }
  });

  it("may have names and no rows", () => {
    assert.deepEqual(columns("a,b\n"), { a: [], b: [] });
  });

  it("ends at the last row that holds anything, whatever a spreadsheet leaves below and beside", () => {
    assert.deepEqual(columns("a;b;\n1;2;\n3;;\n;;\n;;\n"), { a: [1, 3], b: [2, null] });
  });
});

describe("The separator of a CSV file", () => {
  const found = (text: string) => {
    const { reading, doubts } = table(text);
    return doubts.separators.length > 1 ? doubts.separators.join(" or ") : reading.separator;
  };

  it("is what cuts all lines alike", () => {
    assert.equal(found("a,b\n1,2\n"), ",");
    assert.equal(found("a;b\n1;3,5\n2;4\n"), ";");
    assert.equal(found("1;3,5\n2;4,5\n"), ";");
    assert.equal(found("a\tb\n1,5\t2,5\n3,5\t4\n"), "\t");
    assert.equal(found("a|b\nx, y|2\n"), "|");
    assert.equal(found("name,tags\nx,a;b\ny,c;d\n"), ",");
    assert.equal(found("Name;Wert, EUR\nx;3,5\ny;4,5\n"), ";");
    assert.equal(found('a;b\n"1,2,3";"x,y"\n"4,5,6";"z"\n'), ";");
  });

  it("is none where the lines are one column", () => {
    assert.deepEqual(columns("x\n3,5\n4,25\n"), { x: [3.5, 4.25] });
    assert.deepEqual(columns("note\nhello, world\nwell\nbye\n"), { note: ["hello, world", "well", "bye"] });
  });

  it("is told by a first line for Excel", () => {
    const { columns: read, reading } = table("sep=;\r\na,x;b\r\n1,5;2\r\n");
    assert.equal(reading.separator, ";");
    assert.deepEqual(
      read.map(({ name }) => name),
      ["a,x", "b"],
    );
  });

  it("is in doubt where two cut the lines alike", () => {
    assert.equal(found("a;b,c\nd;e,f\n"), ", or ;");
    assert.deepEqual(columns("a;b,c\nd;e,f\n", { separator: ";" }), { a: ["d"], "b,c": ["e,f"] });
  });
});

describe("Numbers in a CSV file", () => {
  const numbers = (cells: readonly string[], options?: CsvOptions) => {
    const { kind, data } = column(cells, options);
    return kind === "number" ? data : kind;
  };

  it("are read as each column writes them", () => {
    assert.deepEqual(numbers(["1", "-2.5", "+3", ".5", "1e-3"]), [1, -2.5, 3, 0.5, 0.001]);
    assert.deepEqual(numbers(["3,5", "-1.234,25", "1,5E3"]), [3.5, -1234.25, 1500]);
    assert.deepEqual(numbers(["1,234.5", "1,234,567"]), [1234.5, 1_234_567]);
    assert.deepEqual(numbers(["1 234,5", "1\u00a0234", "1\u202f234\u202f567"]), [1234.5, 1234, 1_234_567]);
    assert.deepEqual(numbers(["1'234.50", "1’234’567"]), [1234.5, 1_234_567]);
    assert.deepEqual(numbers(["12,34,567.5", "1,00,000"]), [1_234_567.5, 100_000]);
    assert.deepEqual(numbers(["−3", "(1,234.50)", "5-"]), [-3, -1234.5, -5]);
    assert.deepEqual(columns("a;b\n1,5;1.5\n2,5;2.5\n"), { a: [1.5, 2.5], b: [1.5, 2.5] });
  });

  it("lose their percent and currency, of which there is one a column", () => {
    const percent = column(["12%", "14,5 %", "0"]);
    assert.deepEqual([percent.data, percent.unit, percent.decimal], [[12, 14.5, 0], "%", ","]);
    const money = column(["$1,234.50", "-$3", "$-2", "($4)", "5"]);
    assert.deepEqual([money.data, money.unit], [[1234.5, -3, -2, -4, 5], "$"]);
    assert.deepEqual(numbers(["1.234,50 €", "3 €"]), [1234.5, 3]);
    assert.deepEqual(numbers(["CHF 1'200.00", "CHF 3.50"]), [1200, 3.5]);
    assert.deepEqual(numbers(["kr 5", "kr 6,5"]), [5, 6.5]);
    assert.equal(numbers(["1 €", "2 $"]), "text");
    assert.equal(numbers(["12%", "13"]), "text");
  });

  it("that are names stay texts: leading zeros, more digits than a number holds", () => {
    assert.deepEqual(column(["01234", "12345"]).data, ["01234", "12345"]);
    assert.deepEqual(column(["12345678901234567890", "1"]).data, ["12345678901234567890", "1"]);
    for (const cells of [["0x10"], ["Infinity", "1"], ["1.2.3"], ["1,23,4"], ["1.5", "1,5"], ["1e999"], ["--1"], ["("]])
      assert.equal(numbers(cells), "text", cells.join());
  });

  it("go with the other columns where they fit two ways, and are in doubt where nothing tells", () => {
    assert.deepEqual(columns("a;b\n1.234;0,5\n2.345;1,5\n"), { a: [1234, 2345], b: [0.5, 1.5] });
    assert.deepEqual(columns("a\tb\n1.234\t0.5\n2.345\t1.5\n"), { a: [1.234, 2.345], b: [0.5, 1.5] });
    const { columns: read, doubts } = table("a\tb\n1.234\tx\n2.345\ty\n");
    assert.deepEqual(read[0]?.data, [1.234, 2.345]);
    assert.deepEqual(doubts.numbers, [{ name: "a", cell: "1.234" }]);
    assert.deepEqual(columns("a;b\n1,234;x\n2,345;y\n"), { a: [1.234, 2.345], b: ["x", "y"] });
  });

  it("are read as told", () => {
    assert.deepEqual(columns("a\tb\n1.234\t1,5\n", { decimal: "," }), { a: [1234], b: [1.5] });
    assert.deepEqual(columns("a\tb\n1.234\t1,5\n", { decimal: "." }), { a: [1.234], b: ["1,5"] });
  });
});

describe("Dates in a CSV file", () => {
  const dates = (cells: readonly string[], options?: CsvOptions) => {
    const { kind, data } = column(cells, options);
    return kind === "date" ? data : kind;
  };

  it("stay as they are where Plotly reads them, and become ISO where not", () => {
    assert.deepEqual(dates(["2024-01-31", "2024-02"]), ["2024-01-31", "2024-02"]);
    assert.deepEqual(dates(["2024-01-31T12:30:00Z"]), ["2024-01-31T12:30:00Z"]);
    assert.deepEqual(dates(["2024/1/31", "2024.02.01 7:05"]), ["2024-01-31", "2024-02-01 07:05"]);
    assert.deepEqual(dates(["31 Jan 2024", "1-Sept-99", "February 3, 2024", "Tue, 2 May 2023 3:04 PM"]), [
      "2024-01-31",
      "1999-09-01",
      "2024-02-03",
      "2023-05-02 15:04",
    ]);
    assert.deepEqual(dates(["31.01.2024 12:30:15,250"]), ["2024-01-31 12:30:15.250"]);
  });

  it("tell by a column's days what comes first", () => {
    assert.deepEqual(dates(["01/02/2024", "13/02/2024"]), ["2024-02-01", "2024-02-13"]);
    assert.deepEqual(dates(["1/2/24", "2/13/24 12:00 am"]), ["2024-01-02", "2024-02-13 00:00"]);
    assert.deepEqual(dates(["01.02.2024"]), ["2024-02-01"]);
    assert.deepEqual(dates(["05/05/2024"]), ["2024-05-05"]);
    assert.equal(dates(["13/02/2024", "02/13/2024"]), "text");
  });

  it("go with the other columns, or are in doubt and left as they are", () => {
    assert.deepEqual(columns("a,b\n01/02/2024,13/02/2024\n"), { a: ["2024-02-01"], b: ["2024-02-13"] });
    const { columns: read, doubts } = table("a,b\n01/02/2024,1\n");
    assert.deepEqual(read[0]?.data, ["01/02/2024"]);
    assert.deepEqual(doubts.dates, [{ name: "a", cell: "01/02/2024" }]);
    assert.deepEqual(dates(["01/02/2024"], { dayFirst: true }), ["2024-02-01"]);
    assert.deepEqual(dates(["01/02/2024"], { dayFirst: false }), ["2024-01-02"]);
  });

  it("are days that there are", () => {
    for (const cell of ["2023-02-29", "30/02/2024", "2024-13-01", "31.04.2024", "1.2.24", "1/2/2024 25:00", "12:30"])
      assert.equal(dates([cell]), "text", cell);
  });
});

describe("The lines of a CSV file", () => {
  it("name the columns, unless the first is like all others", () => {
    const header = (text: string) => table(text).reading.header;
    assert.equal(header("a,b\nx,y\n"), true);
    assert.equal(header("1,2\n3,4\n"), false);
    assert.equal(header("x,1\ny,2\n"), false);
    assert.equal(header("country,2019,2020\nA,1,2\nB,3,4\n"), true);
    assert.equal(header(",a\nx,1\n"), true);
    assert.deepEqual(columns("1,2\n3,4\n"), { "column 1": [1, 3], "column 2": [2, 4] });
    assert.deepEqual(columns("1,2\n3,4\n", { header: true }), { "1": [3], "2": [4] });
    assert.deepEqual(columns("a,b\nx,y\n", { header: false }), { "column 1": ["a", "x"], "column 2": ["b", "y"] });
  });

  it("above the table are left out and counted", () => {
    const { columns: read, linesAbove } = table(
      "Sales of the year\nSource: us\n\nday,north,south\n1,2,3\n4,5,6\n7,8,9\n",
    );
    assert.deepEqual([read[0]?.name, linesAbove], ["day", 3]);
  });

  it("of R name one column fewer than there are", () => {
    assert.deepEqual(columns('"a","b"\n"r1",1,2\n"r2",3,4\n'), { "column 1": ["r1", "r2"], a: [1, 3], b: [2, 4] });
    assert.equal(table('"a","b"\n"r1",1,2\n"r2",3,4\n').ragged.count, 0);
  });

  it("of another length are named, and lose nothing", () => {
    const { columns: read, ragged } = table('a,b\n"1\n",2\n3\n4,5,6\n7,8,\n9,10\n');
    assert.deepEqual(ragged, { lines: [4, 5], count: 2 });
    assert.deepEqual(
      read.map(({ data }) => data),
      [
        [1, 3, 4, 7, 9],
        [2, null, 5, 8, 10],
        [null, null, 6, null, null],
      ],
    );
  });

  it("end in any way", () => {
    for (const end of ["\n", "\r\n", "\r"])
      assert.deepEqual(columns(["a,b", "1,2", "", "3,4"].join(end)), { a: [1, 3], b: [2, 4] });
  });
});

describe("A large CSV file", () => {
  it("may have as many equal headings as it likes", () => {
    const { columns: read, cut } = table(`${"c,".repeat(15_999)}c\n${"1,".repeat(15_999)}1\n`);
    assert.equal(new Set(read.map(({ name }) => name)).size, 16_000);
    assert.equal(cut.columns, false);
  });

  it("is bounded in columns and rows, and says so", () => {
    const wide = table(`${"c,".repeat(30_000)}c\n${"1,".repeat(30_000)}1\n`);
    assert.equal(wide.columns.length, csvLimits.columns);
    assert.match(cutSentence(wide) ?? "", /the columns after them are left out/);
    const long = table(`a,b\n${"1,2\n".repeat(csvLimits.rows + 10)}`);
    assert.equal(long.rows, csvLimits.rows - 1);
    assert.match(cutSentence(long) ?? "", /the rows below are left out/);
    assert.equal(cutSentence(table("a,b\n1,2\n")), undefined);
  });

  it("stays bounded where rows are of the most unequal lengths", () => {
    const read = table(`a\n${"1\n".repeat(50_000)}${",".repeat(40_000)}1\n${"2\n".repeat(10)}`, { separator: "," });
    assert.ok(read.columns.length * (read.rows + 1) <= csvLimits.cells);
    assert.equal(read.cut.columns, true);
  });

  it("is read with a pause at least every some thousand cells", () => {
    const pauses = (text: string) => {
      let count = 0;
      const steps = readCsvInSteps(text);
      while (steps.next().done !== true) count++;
      return count;
    };
    for (const text of [
      `a,b\n${"1,2\n".repeat(100_000)}`,
      `a;b\n${"1,5;02.01.2024\n".repeat(50_000)}`,
      `a,b\n"${'""'.repeat(300_000)}",1\n`,
      `a,b\n${"x".repeat(600_000)},1\n`,
    ])
      assert.ok(pauses(text) > text.length / 100_000);
  });
});
