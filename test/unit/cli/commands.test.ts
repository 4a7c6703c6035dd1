import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listen } from "../../../src/plotService/listen.ts";
import { openPlotService } from "../../../src/plotService/service.ts";
import { Folder, plotFiles } from "./support.ts";

const read = (folder: Folder, name: string) => readFileSync(join(folder.path, name), "utf8");

describe("plot-files", () => {
  it("explains itself", async () => {
    for (const args of [["--help"], ["help"], ["-h"]]) {
      const { code, stdout } = await plotFiles(args);
      assert.equal(code, 0);
      for (const command of ["check", "migrate", "format", "inline"])
        assert.ok(stdout.includes(`plot-files ${command} FILES`));
    }
    for (const command of ["check", "migrate", "format", "inline"]) {
      const { code, stdout } = await plotFiles([command, "--help"]);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^Usage: plot-files ${command} FILES…`));
      assert.match(stdout, /Exit code: 0 /);
    }
    assert.ok((await plotFiles(["--help"])).stdout.includes("plot-files edits apply FILE"));
    assert.match((await plotFiles(["edits", "--help"])).stdout, /^Usage: plot-files edits apply FILE[^]*Exit code: 0 /);
    assert.match((await plotFiles(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it("ends with 2 and says what to do where it was misunderstood", async () => {
    for (const [args, sentence] of [
      [[], /^Say what to do\./],
      [["lint"], /^There is no command lint\./],
      [["check"], /^Say which files: plot-files check FILES…/],
      [["check", "--fast", "a"], /Unknown option '--fast'/],
      [["check", "--format", "xml", "a"], /--format does not take "xml"\. Give one of text, json, sarif, github\./],
      [["check", "--fix", "-"], /cannot be mended in place/],
      [["check", "nowhere.plotly"], /^There is no file or folder nowhere\.plotly\./],
      [["check", "none-*.plotly"], /^No file matches none-\*\.plotly\./],
      [["format", "--width", "wide", "a"], /--width does not take "wide"\. Give a number of characters, 20 or more\./],
      [["inline", "a.plotly"], /^Say which server has the grids/],
      [["check", "-", "--server", "ftp://x"], /A plot server is reached by https/],
      [["check", "-", "--server", "https://api.plot.ly"], /ended on 31 October 2025/],
    ] as const) {
      const { code, stdout, stderr } = await plotFiles(args);
      assert.equal(code, 2, args.join(" "));
      assert.equal(stdout, "", args.join(" "));
      assert.match(stderr, sentence);
    }
  }).timeout(30_000);
});

describe("plot-files migrate", () => {
  const old = '{\n  "data": [{"type": "heatmapgl", "z": [[1,   2]]}],\n  "layout": {"title": "T"}\n}\n';
  // As heatmapgl did, a heatmap in its place ends at the centres of its outer cells.
  const current =
    '{\n  "data": [{"type": "heatmap", "z": [[1,   2]], "zsmooth": "fast"}],\n  "layout": {"title": {"text": "T"}, "xaxis": {"range": [0, 1]}}\n}\n';

  it("rewrites files in place, says what it did, and does nothing the second time", async () => {
    using folder = new Folder({ "a.plotly": old, "b.plotly": current });
    const first = await plotFiles(["migrate", "."], { cwd: folder.path });
    assert.deepEqual([first.code, first.stderr], [0, ""]);
    assert.match(first.stdout, /^a\.plotly: 1 title was read .*heatmap\.\n$/);
    assert.equal(read(folder, "a.plotly"), current);
    assert.deepEqual(await plotFiles(["migrate", "."], { cwd: folder.path }), { code: 0, stdout: "", stderr: "" });
  });

  it("only tells which files it would change with --check, and ends with 1", async () => {
    using folder = new Folder({ "a.plotly": old });
    const { code, stdout } = await plotFiles(["migrate", "--check", "."], { cwd: folder.path });
    assert.equal(code, 1);
    assert.match(stdout, /^a\.plotly: /);
    assert.equal(read(folder, "a.plotly"), old);
  });

  it("goes from the standard input to the standard output", async () => {
    assert.deepEqual(await plotFiles(["migrate", "-"], { input: old }), { code: 0, stdout: current, stderr: "" });
  });

  it("writes the defaults of before Plotly 4 where it is told to", async () => {
    const map = '{"data": [{"type": "choropleth", "locations": ["CAN"], "z": [1]}], "layout": {}}';
    assert.equal((await plotFiles(["migrate", "-"], { input: map })).stdout, map);
    const { stdout } = await plotFiles(["migrate", "-", "--defaults", "before-4"], { input: map });
    assert.equal(stdout, map.replace('"layout": {}', '"layout": {"geo": {"fitbounds": false}}'));
    assert.equal((await plotFiles(["migrate", "-", "--defaults", "old"], { input: map })).code, 2);
  });

  it("leaves alone what is no figure, and says so", async () => {
    using folder = new Folder({ "a.plotly": '{"data": [', "b.plotly": "[1]" });
    const { code, stderr } = await plotFiles(["migrate", "."], { cwd: folder.path });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /a\.plotly is not a figure and stays as it is\. .+\nb\.plotly is not a figure and stays as it is\./,
    );
  });
});

describe("plot-files code", () => {
  const figure = '{"data": [{"type": "bar", "x": ["a"], "y": [1]}], "layout": {"title": {"text": "T"}}}';

  it("writes a figure as code in each language", async () => {
    using folder = new Folder({ "a.plotly": figure });
    for (const [language, line] of [
      ["python", 'fig.add_trace(go.Bar(x=["a"], y=[1]))'],
      ["javascript", 'const data = [{ type: "bar", x: ["a"], y: [1] }];'],
      ["r", 'data <- list(list(type = "bar", x = list("a"), y = list(1)))'],
    ] as const) {
      const { code, stdout, stderr } = await plotFiles(["code", "a.plotly", "--language", language], {
        cwd: folder.path,
      });
      assert.deepEqual([code, stderr], [0, ""]);
      assert.ok(stdout.split("\n").includes(line), stdout);
    }
  });

  it("finds the figure in what is around it", async () => {
    const input = `{"output": {"application/vnd.plotly.v1+json": ${figure}}}`;
    const { code, stdout } = await plotFiles(["code", "-", "--language", "python"], { input });
    assert.equal(code, 0);
    assert.match(stdout, /go\.Bar/);
  });

  it("ends with 2 where the file is no figure, or where it is not said which file or language", async () => {
    for (const [args, input, sentence] of [
      [["code", "-", "--language", "r"], "[1]", /^The standard input cannot be written as R\. ./],
      [["code", "-"], figure, /^Say which language: plot-files code FILE --language/],
      [["code", "-", "--language", "julia"], figure, /Give one of python, javascript, r\./],
      [["code", "a", "b", "--language", "r"], figure, /^Name one file/],
    ] as const) {
      const { code, stdout, stderr } = await plotFiles(args, { input });
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, sentence);
    }
  });
});

describe("plot-files with a server", () => {
  let root = "";
  let fid = "";
  let uid = "";
  let stop: () => Promise<void> = () => Promise.resolve();
  let user: { username: string; apiKey: string };
  const env = () => ({ PLOTLY_USERNAME: user.username, PLOTLY_API_KEY: user.apiKey });

  before(async () => {
    const service = openPlotService({ database: ":memory:", library: [] });
    const server = await listen(service, { port: 0 });
    user = service.user;
    root = `${server.url}/v2`;
    stop = async () => {
      await server.close();
      service.close();
    };
    const answer = await fetch(`${root}/grids`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${user.username}:${user.apiKey}`)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ data: { cols: { y: { data: [1, 2.5, null], order: 0 } } }, world_readable: false }),
    });
    const { file } = (await answer.json()) as { file: { fid: string; cols: { uid: string }[] } };
    fid = file.fid;
    uid = file.cols[0]?.uid ?? "";
  });
  after(() => stop());

  it("checks references against it", async () => {
    const input = `{"data": [{"xsrc": "${fid}:${uid}", "ysrc": "${fid}:ffffff", "textsrc": "me:9999:aaaaaa"}]}`;
    const alone = await plotFiles(["check", "-"], { input });
    assert.equal(alone.code, 0);
    const { code, stdout } = await plotFiles(["check", "-", "--server", root], { input, env: env() });
    assert.equal(code, 1);
    assert.match(stdout, new RegExp(`The grid \`${fid}\` has no column \`ffffff\``));
    assert.match(stdout, /There is no grid `me:9999` that you may read/);
    assert.match(stdout, /^2 problems/m);
  });

  it("puts values in the references' place", async () => {
    using folder = new Folder({ "a.plotly": `{\n  "data": [{"type": "bar", "ysrc": "${fid}:${uid}"}]\n}\n` });
    const ran = await plotFiles(["inline", "a.plotly", "--server", root], { cwd: folder.path, env: env() });
    assert.deepEqual(ran, { code: 0, stdout: "a.plotly: 1 reference replaced by values.\n", stderr: "" });
    assert.equal(read(folder, "a.plotly"), '{\n  "data": [{"type": "bar", "y": [1, 2.5, null]}]\n}\n');
  });

  it("leaves what may not be read, and says so", async () => {
    const input = `{"data": [{"ysrc": "${fid}:${uid}"}]}`;
    const { code, stdout, stderr } = await plotFiles(["inline", "-", "--server", root], { input });
    assert.equal(code, 1);
    assert.equal(stdout, input);
    assert.match(stderr, /^The standard input: `data\[0\]\.ysrc` stays: there is no grid for /);
  });

  it("ends with 2 and changes nothing where it cannot be asked, and never shows the key", async () => {
    using folder = new Folder({ "a.plotly": `{"data": [{"ysrc": "${fid}:${uid}"}]}` });
    const before = read(folder, "a.plotly");
    const wrong = { PLOTLY_USERNAME: user.username, PLOTLY_API_KEY: "a-wrong-key" };
    for (const [server, environment] of [
      ["http://127.0.0.1:9", env()],
      [root, wrong],
    ] as const) {
      const { code, stdout, stderr } = await plotFiles(["inline", "a.plotly", "--server", server], {
        cwd: folder.path,
        env: environment,
      });
      assert.equal(code, 2, stderr);
      assert.match(stderr, /\.\n$/);
      assert.ok(![stdout, stderr].some((text) => text.includes(environment.PLOTLY_API_KEY)));
      assert.equal(read(folder, "a.plotly"), before);
    }
  });
});
