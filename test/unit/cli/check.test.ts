import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Folder, plotFiles } from "./support.ts";

const sound = '{"data": [{"type": "bar", "y": [1, 2]}]}\n';
const misspelt = '{\n  "data": [{"type": "scater", "y": [1, 2]}]\n}\n';

describe("plot-files check", () => {
  it("says nothing is wrong and ends with 0 where nothing is", async () => {
    using folder = new Folder({ "a.plotly": sound });
    assert.deepEqual(await plotFiles(["check", "a.plotly"], { cwd: folder.path }), {
      code: 0,
      stdout: "No problems in 1 file.\n",
      stderr: "",
    });
  });

  it("tells problems with line and column, and ends with 1", async () => {
    using folder = new Folder({ "a.plotly": misspelt, "b.plotly.json": sound });
    const { code, stdout } = await plotFiles(["check", "a.plotly", "b.plotly.json"], { cwd: folder.path });
    assert.equal(code, 1);
    assert.equal(
      stdout,
      "a.plotly\n  2:21  warning  Plotly.js has no trace type `scater` and draws it as `scatter`. " +
        "Did you mean `scatter`? (unknown-trace-type)\n\n" +
        "1 problem (1 warning) in 1 of 2 files. 1 can be mended with --fix.\n",
    );
  });

  it("finds the figures of folders and of patterns, and leaves out what belongs to tools", async () => {
    using folder = new Folder({
      "figures/a.plotly": misspelt,
      "figures/deep/b.plotly.json": misspelt,
      "figures/other.json": "no figure",
      "figures/node_modules/c.plotly": misspelt,
      "figures/.git/d.plotly": misspelt,
    });
    const paths = async (...args: string[]) => {
      const { stdout } = await plotFiles(["check", "--format", "json", ...args], { cwd: folder.path });
      return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path.replaceAll("\\", "/"));
    };
    assert.deepEqual(await paths("figures"), ["figures/a.plotly", "figures/deep/b.plotly.json"]);
    assert.deepEqual(await paths("figures/**/*.json"), ["figures/deep/b.plotly.json", "figures/other.json"].toSorted());
    assert.deepEqual(await paths("figures/a.plotly", "figures/*.plotly"), ["figures/a.plotly"]);
  });

  it("counts hints where they are asked for", async () => {
    using folder = new Folder({ "a.plotly": sound });
    const { code, stdout } = await plotFiles(["check", "a.plotly", "--severity", "hint"], { cwd: folder.path });
    assert.equal(code, 1);
    assert.match(stdout, /1:27 {2}hint .* \(raw-array\)/);
  });

  it("reads the standard input", async () => {
    const { code, stdout } = await plotFiles(["check", "-", "--format", "github"], { input: misspelt });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^::warning file=-,line=2,endLine=2,col=21,endColumn=29,title=unknown-trace-type::Plotly\.js /,
    );
  });

  it("takes the rules of the nearest .plotfilesrc.json", async () => {
    using folder = new Folder({
      ".plotfilesrc.json": '{"rules": {"raw-array": "error"}}',
      "a.plotly": sound,
      "below/.plotfilesrc.json": '{"rules": {"unknown-trace-type": "off"}}',
      "below/deep/b.plotly": misspelt,
    });
    const { stdout, code } = await plotFiles(["check", "."], { cwd: folder.path });
    assert.equal(code, 1);
    assert.match(stdout, /^a\.plotly\n.* error .*\(raw-array\)\n\n1 problem \(1 error\) in 1 of 2 files\.\n$/);
    folder.write(".plotfilesrc.json", '{"rules": {"raw-aray": "error"}}');
    const broken = await plotFiles(["check", "a.plotly"], { cwd: folder.path });
    assert.equal(broken.code, 2);
    assert.match(
      broken.stderr,
      /\.plotfilesrc\.json sets no rules until it is mended:\n {2}.*There is no rule `raw-aray`/,
    );
  });

  it("counts columns as editors do, and a byte order mark not at all", async () => {
    const text = '{"data": [{"name": "😀", "type": "bra"}]}';
    using folder = new Folder({ "a.plotly": `\uFEFF${text}` });
    const { stdout } = await plotFiles(["check", "a.plotly"], { cwd: folder.path });
    assert.ok(stdout.includes(`  1:${text.indexOf('"bra"') + 1}  warning`), stdout);
  });

  describe("--fix", () => {
    it("mends what can be mended safely and tells what is left", async () => {
      using folder = new Folder({ "a.plotly": "{'data': [{'type': 'scater', 'xsrc': 'nowhere'}]}\n" });
      const { code, stdout } = await plotFiles(["check", "a.plotly", "--fix"], { cwd: folder.path });
      assert.equal(
        readFileSync(join(folder.path, "a.plotly"), "utf8"),
        '{"data": [{"type": "scatter", "xsrc": "nowhere"}]}\n',
      );
      assert.equal(code, 1);
      assert.match(stdout, /\(broken-reference\)\n {2}2 problems mended\.\n/);
    });

    it("writes nothing where nothing is to be mended, and keeps mode, link and line ends where something is", async () => {
      using folder = new Folder({ "a.plotly": sound, "b.plotly": misspelt.replaceAll("\n", "\r\n") });
      const [a, b, link] = ["a.plotly", "b.plotly", "link.plotly"].map((name) => join(folder.path, name)) as [
        string,
        string,
        string,
      ];
      chmodSync(b, 0o640);
      symlinkSync(b, link);
      const before = statSync(a, { bigint: true });
      const { code } = await plotFiles(["check", a, link, "--fix"]);
      assert.equal(code, 0);
      const after = statSync(a, { bigint: true });
      assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
      assert.equal(readFileSync(b, "utf8"), misspelt.replace("scater", "scatter").replaceAll("\n", "\r\n"));
      assert.equal(statSync(b).mode & 0o777, 0o640);
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.deepEqual(readdirSync(folder.path).toSorted(), ["a.plotly", "b.plotly", "link.plotly"]);
    });
  });

  it("writes SARIF that names tool, rules, files and places", async () => {
    using folder = new Folder({ "a b/ü.plotly": misspelt, "bad.plotly": Uint8Array.of(0x7b, 0xff) });
    const { code, stdout } = await plotFiles(["check", "a b", "bad.plotly", "--format", "sarif"], { cwd: folder.path });
    assert.equal(code, 2);
    const log = JSON.parse(stdout) as SarifLog;
    assert.equal(log.version, "2.1.0");
    const [run] = log.runs;
    assert.ok(run !== undefined);
    assert.equal(run.columnKind, "utf16CodeUnits");
    const { driver } = run.tool;
    assert.equal(driver.name, "plot-files");
    assert.match(driver.semanticVersion, /^\d+\.\d+\.\d+$/);
    assert.equal(new Set(driver.rules.map(({ id }) => id)).size, driver.rules.length);
    const [result, ...others] = run.results;
    assert.deepEqual(others, []);
    assert.equal(driver.rules[result?.ruleIndex ?? -1]?.id, "unknown-trace-type");
    assert.deepEqual([result?.ruleId, result?.level], ["unknown-trace-type", "warning"]);
    assert.deepEqual(result?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: "a%20b/%C3%BC.plotly" },
          region: { startLine: 2, startColumn: 21, endLine: 2, endColumn: 29 },
        },
      },
    ]);
    const [invocation] = run.invocations;
    assert.equal(invocation?.executionSuccessful, false);
    assert.match(invocation.toolExecutionNotifications[0]?.message.text ?? "", /bad\.plotly is not written in UTF-8/);
  });

  it("says in a sentence why a file cannot be checked, goes on with the others, and ends with 2", async () => {
    using folder = new Folder({
      "a.plotly": misspelt,
      "latin1.plotly": Uint8Array.from(Buffer.from('{"data":\n["\xe9"]}', "latin1")),
      "utf16.plotly": Uint8Array.from(Buffer.from("\uFEFF{}", "utf16le")),
      "large.plotly": "",
    });
    truncateSync(join(folder.path, "large.plotly"), 500 * 1024 * 1024);
    const { code, stdout, stderr } = await plotFiles(["check", "."], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stdout, /2 problems \(1 error, 1 warning\) in 2 of 2 files\..* 2 files could not be checked\.\n$/);
    assert.match(stdout, /not-json/);
    assert.deepEqual(stderr.trim().split("\n"), [
      "large.plotly is too large: it has 500 MB, and the limit is 400 MB. Move its arrays to a grid.",
      "latin1.plotly is not written in UTF-8: see line 2. Save it as UTF-8.",
    ]);
  });

  it("says of what is no JSON what it is, and never writes it", async () => {
    const packed = gzipSync(misspelt);
    using folder = new Folder({
      "a.plotly": new Uint8Array(packed),
      "b.plotly": "<html></html>",
      "c.plotly": "data: []\n",
      "d.plotly": "{'data': [{'y': array([1, ..., 9])}]}",
    });
    const { code, stdout } = await plotFiles(["check", "--fix", "."], { cwd: folder.path });
    assert.equal(code, 1);
    for (const part of [/packed with gzip/, /a page of HTML/, /This is YAML/, /cannot be converted.*left out/])
      assert.match(stdout, part);
    assert.deepEqual(readFileSync(join(folder.path, "a.plotly")), packed);
    const migrated = await plotFiles(["migrate", "a.plotly"], { cwd: folder.path });
    assert.equal(migrated.code, 1);
    assert.match(migrated.stderr, /^a\.plotly is not a figure and stays as it is\. This file is packed with gzip/);
  });

  it("unwraps a figure where nothing is lost by it, and else works on it where it is", async () => {
    const old = '{"data": [{"type": "scater"}], "layout": {"title": "T"}}';
    using folder = new Folder({
      "a.plotly": `{"x": ${old}, "evals": []}`,
      "b.plotly": `{"figure": ${old}, "format": "png"}`,
      "c.plotly": JSON.stringify(old),
      "d.plotly": "{'application/json': {'data': [{'type': 'bar', 'y': (1, 2)}]}}",
      "e.json": `{"figure": ${old}, "format": "png"}`,
    });
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder.path, name), "utf8"));
    const twice = await plotFiles(["migrate", "c.plotly"], { cwd: folder.path });
    assert.match(twice.stderr, /^c\.plotly is not a figure and stays as it is\. This text is itself JSON/);
    assert.equal((await plotFiles(["check", "--fix", "."], { cwd: folder.path })).code, 1);
    const mended = { data: [{ type: "scatter" }], layout: { title: { text: "T" } } };
    assert.deepEqual(read("a.plotly"), mended);
    assert.deepEqual(read("b.plotly"), { figure: mended, format: "png" });
    assert.deepEqual(read("c.plotly"), mended);
    assert.deepEqual(read("d.plotly"), { data: [{ type: "bar", y: [1, 2] }] });
    assert.equal((await plotFiles(["migrate", "e.json"], { cwd: folder.path })).code, 0);
    assert.deepEqual(read("e.json"), { figure: { ...mended, data: [{ type: "scater" }] }, format: "png" });
  });

  it("checks hostile files in bounded time", async () => {
    using folder = new Folder({
      "deep.plotly": `{"data": ${"[".repeat(100_000)}`,
      "proto.plotly": '{"__proto__": {"data": 1}, "data": [], "constructor": []}',
      "many.plotly": `{"data": [${Array.from({ length: 5000 }, () => '{"type": "scater"}').join()}]}`,
      "empty.plotly": "",
    });
    const { code, stdout, stderr } = await plotFiles(["check", "."], { cwd: folder.path });
    assert.equal(stderr, "");
    assert.equal(code, 1);
    assert.match(stdout, /These are the gravest 1,000 problems of 5,000\./);
  }).timeout(30_000);
});

interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly semanticVersion: string;
        readonly rules: readonly { readonly id: string }[];
      };
    };
    readonly columnKind: string;
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: unknown;
    }[];
  }[];
}
