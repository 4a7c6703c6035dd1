import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Folder, plotFiles } from "./support.ts";

const read = (folder: Folder, name: string) => readFileSync(join(folder.path, name), "utf8");

describe("plot-files format", () => {
  const compact = '{"data":[{"y":[1,2.50]}],"layout":{}}\n';
  const open = '{\n  "data": [\n    {\n      "y": [1, 2.50]\n    }\n  ],\n  "layout": {}\n}\n';

  it("lays files out in place, tells which, and does nothing the second time", async () => {
    using folder = new Folder({ "a.plotly": compact, "below/b.plotly.json": open, "other.json": compact });
    const options = { cwd: folder.path };
    assert.deepEqual(await plotFiles(["format", "."], options), {
      code: 0,
      stdout: "a.plotly: formatted.\n",
      stderr: "",
    });
    assert.equal(read(folder, "a.plotly"), open);
    assert.equal(read(folder, "other.json"), compact);
    assert.deepEqual(await plotFiles(["format", "."], options), { code: 0, stdout: "", stderr: "" });
  });

  it("changes nothing with --check, names what it would change, and ends with 1", async () => {
    using folder = new Folder({ "a.plotly": compact, "b.plotly": open });
    const options = { cwd: folder.path };
    const { code, stdout } = await plotFiles(["format", "--check", "."], options);
    assert.deepEqual([code, stdout], [1, "a.plotly is not formatted.\n"]);
    assert.equal(read(folder, "a.plotly"), compact);
    assert.deepEqual(await plotFiles(["format", "--check", "b.plotly"], options), { code: 0, stdout: "", stderr: "" });
    assert.equal((await plotFiles(["format", "--check", "-"], { input: compact })).code, 1);
  });

  it("goes from the standard input to the standard output, in the width that is given", async () => {
    assert.deepEqual(await plotFiles(["format", "-"], { input: compact }), { code: 0, stdout: open, stderr: "" });
    assert.equal((await plotFiles(["format", "-"], { input: open })).stdout, open);
    const { stdout } = await plotFiles(["format", "-", "--width", "20"], { input: "[1000,2000,3000,4000]" });
    assert.equal(stdout, "[\n  1000, 2000, 3000,\n  4000\n]");
  });

  it("keeps the byte order mark, the line ends and the indentation of a file, and its rights", async () => {
    using folder = new Folder({ "a.plotly": '\uFEFF{\r\n\t"data":[]}\r\n' });
    const { mode } = statSync(join(folder.path, "a.plotly"));
    assert.equal((await plotFiles(["format", "a.plotly"], { cwd: folder.path })).code, 0);
    assert.equal(read(folder, "a.plotly"), '\uFEFF{\r\n\t"data": []\r\n}\r\n');
    assert.equal(statSync(join(folder.path, "a.plotly")).mode, mode);
  });

  it("leaves alone what is not JSON, says where and why, and goes on", async () => {
    const nan = '{"data":[\n{"y":[1,NaN]}]}';
    using folder = new Folder({ "a.plotly": nan, "b.plotly": "{'data': [None]}", "c.plotly": compact });
    const { code, stdout, stderr } = await plotFiles(["format", "."], { cwd: folder.path });
    assert.equal(code, 1);
    assert.equal(stdout, "c.plotly: formatted.\n");
    assert.match(stderr, /^a\.plotly stays as it is\. At 2:9 it is not JSON: JSON has no number NaN\. Write null/);
    assert.match(stderr, /\nb\.plotly stays as it is\. At 1:\d+ it is not JSON: This is a Python dict/);
    assert.equal(read(folder, "a.plotly"), nan);
  });
});
