import { deepEqual, equal, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { packageFolder } from "../../build/notices.ts";
import { engineParts } from "../../src/figure/schema/engineParts.ts";
import { installCode } from "../host/install.ts";
import { npm } from "../host/vscode/install/npm.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { sampleWorkspace } from "../host/sampleWorkspace.ts";
import { startServer } from "../host/server.ts";
import { Window } from "../host/window.ts";
import { type ZipEntry, zipEntries } from "./zipEntries.ts";

/** What may be in the package beside Plotly.js, MathJax and the inspector, compressed. */
const budget = 750 * 1024;
/** What the inspector may be, compressed: its code, and Plotly's reference. A page loads them when a figure is edited. */
const inspectorBudget = 200 * 1024;
/** What MathJax may be, compressed: its code with the font that is always loaded, and the parts of it that seldom are. */
const mathBudget = 1400 * 1024;
/** What Plotly.js may be, compressed. Its own bundle of all types without eval is 1,532 KB. */
const engineBudget = 1600 * 1024;

describe("The package", () => {
  let vsix = "";
  let entries: ZipEntry[] = [];

  before("npm run package, unless a package is given", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const given = process.env["PLOT_FILES_VSIX"] ?? "";
    vsix = given === "" ? join(root, `plot-files-${version}.vsix`) : given;
    if (given === "") {
      rmSync(vsix, { force: true });
      await npm(["run", "package"], root);
    }
    entries = zipEntries(vsix);
    equal(basename(vsix), `plot-files-${version}.vsix`);
  });

  it("holds the extension and nothing else of the project", () => {
    const strangers = entries
      .map(({ path }) => path)
      .filter((path) => path.startsWith("extension/"))
      .filter(
        (path) => !/^extension\/(package\.json|(readme|changelog|LICENSE)(\.\w+)?|media\/.+|dist\/.+)$/i.test(path),
      )
      .concat(entries.map(({ path }) => path).filter((path) => /\.map$|\.ts$|\/test\//.test(path)));
    deepEqual(strangers, []);
  });

  it("is small beside Plotly.js and MathJax", () => {
    const isMath = ({ path }: ZipEntry): boolean => path.startsWith("extension/dist/mathjax/");
    const isInspector = ({ path }: ZipEntry): boolean => /^extension\/dist\/(inspector|manual)\./.test(path);
    const ours = entries.filter(
      (entry) => !/^extension\/dist\/(engine|plotly)\//.test(entry.path) && !isMath(entry) && !isInspector(entry),
    );
    const size = sizeOf(ours);
    const math = sizeOf(entries.filter(isMath));
    const inspector = sizeOf(entries.filter(isInspector));
    console.log(`      ${Math.round(size / 1024)} KB of ${budget / 1024} KB beside Plotly.js and MathJax`);
    console.log(`      ${Math.round(math / 1024)} KB of ${mathBudget / 1024} KB for MathJax`);
    console.log(`      ${Math.round(inspector / 1024)} KB of ${inspectorBudget / 1024} KB for the inspector`);
    ok(math > 0 && math < mathBudget, `MathJax: ${math} bytes`);
    ok(inspector > 0 && inspector < inspectorBudget, `the inspector: ${inspector} bytes`);
    const largest = ours.toSorted((one, other) => other.size - one.size).slice(0, 5);
    ok(size < budget, `${size} bytes, most of them in ${largest.map(({ path }) => path).join(", ")}`);
  });

  it("holds one engine, in parts", () => {
    const parts = entries.filter(({ path }) => path.startsWith("extension/dist/engine/"));
    const names = parts.map(({ path }) => basename(path)).toSorted();
    deepEqual(names, engineParts.map((part) => `${part}.js`).toSorted());
    const size = sizeOf(parts);
    console.log(`      ${Math.round(size / 1024)} KB of ${engineBudget / 1024} KB for the engine`);
    ok(size < engineBudget, `the engine: ${size} bytes`);
    deepEqual(
      entries.map(({ path }) => path).filter((path) => /plotly[^/]*\.min\.js$/.test(path)),
      [],
    );
  });

  it("brings the notices of every package that its bundles are made of", async () => {
    ok(entries.some(({ path }) => path === "extension/dist/ThirdPartyNotices.txt"));
    const notices = readFileSync(join(root, "dist/ThirdPartyNotices.txt"), "utf8");
    const entryPoints = globSync(["src/extension*.ts", "src/plotService/{service,listen}.ts", "webview/*.ts"], {
      cwd: root,
    });
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [...entryPoints, "src/cli/main.ts"],
      bundle: true,
      write: false,
      metafile: true,
      outdir: "dist",
      platform: "node",
      external: ["vscode"],
      loader: { ".svg": "text" },
    });
    const names = new Set(Object.keys(metafile.inputs).flatMap((file) => packageFolder(file) ?? []));
    ok(names.size > 3);
    for (const folder of names) {
      const name = folder.slice("node_modules/".length);
      ok(new RegExp(`^${name.replaceAll(/[.*+?]/g, "\\$&")} \\d`, "m").test(notices), name);
    }
    for (const name of ["plotly.js", "@vscode/codicons", "maplibre-gl", "gl-plot3d"]) ok(notices.includes(`${name} `));
  });

  it("installs in a clean VS Code, lists plots and draws a figure", async () => {
    const temporary = temporaryFolder("package");
    try {
      const serverMain = await installCode(console.error);
      const extensionsFolder = join(temporary, "extensions");
      installExtension(serverMain, vsix, extensionsFolder, join(temporary, "server"));

      await using server = await startServer({ serverMain, extensionsFolder, dataFolder: join(temporary, "server") });
      await using window = await Window.open(server, { folder: sampleWorkspace(temporary) });
      await window.sideBar.open("Plots");
      await window.sideBar.rows("Public Plots").first().waitFor();
      await window.openFile("river-flow.plotly.json");
      await window.preview().drawn();
      await window.screenshot("installed-from-package");
    } finally {
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

const sizeOf = (entries: readonly ZipEntry[]): number => entries.reduce((total, { size }) => total + size, 0);

function installExtension(serverMain: string, vsix: string, extensionsFolder: string, dataFolder: string): void {
  const folders = ["--extensions-dir", extensionsFolder, "--server-data-dir", dataFolder];
  const args = [serverMain, "--accept-server-license-terms", ...folders, "--install-extension", vsix];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  ok(status === 0, `VS Code did not install ${vsix}:\n${stdout}${stderr}`);
}
