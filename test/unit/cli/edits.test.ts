import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Folder, plotFiles } from "./support.ts";

const figure = '{"data": [{"name": "bean", "y": [1,   2]}], "layout": {"title": {"text": "Harvest"}}}';
const part = { list: "data", name: "bean", place: 3, count: 4 };
const file = (...edits: readonly object[]) => JSON.stringify({ version: 1, edits });
const color = { part, attribute: "line.color", after: "red" };
const title = { attribute: "layout.title.text", before: "Harvest", after: "Yield" };
const gone = { part: { ...part, name: "pea" }, attribute: "line.color", after: "red" };
const read = (folder: Folder, name = "a.plotly.json") => readFileSync(join(folder.path, name), "utf8");
const edited =
  '{"data": [{"name": "bean", "y": [1,   2], "line": {"color": "red"}}], "layout": {"title": {"text": "Yield"}}}';

describe("plot-files edits apply", () => {
  it("makes the edits beside a figure, and finds them made the second time", async () => {
    using folder = new Folder({ "a.plotly.json": figure, "a.edits.json": file(color, title) });
    const run = () => plotFiles(["edits", "apply", "a.plotly.json"], { cwd: folder.path });
    assert.deepEqual(await run(), { code: 0, stdout: "a.plotly.json: 2 edits made.\n", stderr: "" });
    assert.equal(read(folder), edited);
    const again = await run();
    assert.deepEqual([again.code, again.stdout], [0, "a.plotly.json: 0 edits made. 2 edits stood there already.\n"]);
    assert.equal(read(folder), edited);
  });

  it("makes none where one cannot be made, unless it is told to", async () => {
    using folder = new Folder({ "a.plotly.json": figure, "b.json": file(color, title, gone) });
    const args = ["edits", "apply", "a.plotly.json", "--edits", "b.json"];
    const whole = await plotFiles(args, { cwd: folder.path });
    assert.equal(whole.code, 1);
    assert.match(whole.stderr, /`line\.color` was not edited\. Trace “pea” is not there any more\./);
    assert.equal(read(folder), figure);
    const partial = await plotFiles([...args, "--partial"], { cwd: folder.path });
    assert.equal(partial.code, 1);
    assert.equal(read(folder), edited);
  });

  it("changes nothing with --dry-run", async () => {
    using folder = new Folder({ "a.plotly.json": figure, "a.edits.json": file(color) });
    const { code, stdout } = await plotFiles(["edits", "apply", "--dry-run", "a.plotly.json"], { cwd: folder.path });
    assert.deepEqual([code, stdout], [0, "a.plotly.json: 1 edit can be made.\n"]);
    assert.equal(read(folder), figure);
  });

  it("goes from the standard input to the standard output", async () => {
    using folder = new Folder({ "b.json": file(color, title) });
    const args = ["edits", "apply", "-", "--edits", join(folder.path, "b.json")];
    assert.deepEqual(await plotFiles(args, { input: figure }), { code: 0, stdout: edited, stderr: "" });
  });

  it("says so where the edits are of another figure", async () => {
    using folder = new Folder({ "a.plotly.json": figure, "a.edits.json": file(gone) });
    const { code, stderr } = await plotFiles(["edits", "apply", "a.plotly.json"], { cwd: folder.path });
    assert.equal(code, 1);
    assert.match(stderr, /None of the edits has its part in this figure/);
  });

  it("ends with 2 where a file cannot be used", async () => {
    using folder = new Folder({ "a.plotly.json": figure, "a.edits.json": "{", "c.plotly.json": '{"data": [NaN]}' });
    for (const [args, sentence] of [
      [["apply", "a.plotly.json"], /^a\.edits\.json cannot be used\. The file of edits is not JSON/],
      [["apply", "b.plotly.json"], /^b\.edits\.json cannot be read: there is no such file\./],
      [["apply", "-"], /^Say with --edits/],
      [["show", "a.plotly.json"], /^Say what to do with which figure: plot-files edits apply FILE/],
      [["apply"], /^Say what to do with which figure/],
    ] as const) {
      const { code, stderr } = await plotFiles(["edits", ...args], { cwd: folder.path });
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, sentence);
    }
    folder.write("c.edits.json", file(title));
    const broken = await plotFiles(["edits", "apply", "c.plotly.json"], { cwd: folder.path });
    assert.deepEqual([broken.code, broken.stdout], [2, ""]);
    assert.match(broken.stderr, /^c\.plotly\.json stays as it is\. The text has a mistake/);
  }).timeout(30_000);
});
