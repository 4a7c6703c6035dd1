import { globSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { oldestCode } from "./install.ts";
import { plotFiles } from "./plotFiles.ts";
import { startSeedControl } from "./seedControl.ts";
import { extensionHost, type ExtensionHostOptions } from "./vscode/suites/extensionHost.ts";
import { mochaOnNode } from "./vscode/suites/mochaOnNode.ts";
import type { Suite } from "./vscode/suites/suite.ts";

export const suites = {
  unit: mochaOnNode("test/unit"),
  workbench: inExtensionHost({ kind: "node", bundle: "workbench" }),
  /** The workbench suite in the oldest VS Code that the manifest allows. */
  oldest: inExtensionHost({
    kind: "node",
    bundle: "workbench",
    switches: ["--oldest"],
    desktopVersion: oldestCode.version.replace("4.", "1."),
  }),
  web: inExtensionHost({ kind: "web", bundle: "workbench.web" }),
  asleep: inExtensionHost({ kind: "node", bundle: "asleep" }, removeFigures),
  ui: mochaOnNode("test/ui"),
  package: mochaOnNode("test/package"),
} satisfies Record<string, Suite>;

/** Runs the tests of dist/test/<bundle>, with the seed's server beside them. */
function inExtensionHost(
  { bundle, ...options }: Omit<ExtensionHostOptions, "tests" | "code" | "prepare"> & { readonly bundle: string },
  change: (workspace: string) => void = () => undefined,
): Suite {
  return extensionHost(plotFiles, {
    ...options,
    tests: join(plotFiles.root, "dist", "test", bundle, "index.js"),
    code: join(import.meta.dirname, "code.ts"),
    async prepare(workspace) {
      change(workspace);
      const seed = await startSeedControl();
      const { root, control } = seed;
      // The file lies beside the workspace, where the tests find it in every host.
      writeFileSync(join(dirname(workspace), "seed-server.json"), JSON.stringify({ root, control }));
      return seed;
    },
  });
}

/** Takes the files with a figure's name out of the sample workspace. */
function removeFigures(workspace: string): void {
  for (const name of globSync("**/*.{plotly,plotly.json}", { cwd: workspace })) rmSync(join(workspace, name));
}
