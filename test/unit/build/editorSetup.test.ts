import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";

const root = join(import.meta.dirname, "../../..");
const read = (name: string): unknown => parse(readFileSync(join(root, name), "utf8"));

interface Launch {
  readonly configurations: readonly {
    readonly name: string;
    readonly preLaunchTask?: string;
    readonly program?: string;
    readonly args: readonly string[];
  }[];
}

interface Tasks {
  readonly tasks: readonly { readonly label: string; readonly type: string; readonly script: string }[];
}

const { configurations } = read(".vscode/launch.json") as Launch;
const { tasks } = read(".vscode/tasks.json") as Tasks;
const { scripts } = read("package.json") as { scripts: Record<string, string> };

describe("Working on the project in VS Code", () => {
  it("can start every launch configuration from a built checkout", () => {
    for (const { name, preLaunchTask, program, args } of configurations) {
      if (preLaunchTask !== undefined)
        assert.ok(
          tasks.some(({ label }) => label === preLaunchTask),
          name,
        );
      const named = [program ?? "", ...args].flatMap((each) => /(?<=\$\{workspaceFolder\}\/).+/.exec(each)?.[0] ?? []);
      const config = args[args.indexOf("--config") + 1];
      if (args.includes("--config")) named.push(config ?? "");
      for (const file of named.filter((each) => !each.startsWith("dist/")))
        assert.ok(existsSync(join(root, file)), `${file} of "${name}"`);
    }
    assert.equal(new Set(configurations.map(({ name }) => name)).size, configurations.length);
  });

  it("has tasks of npm scripts that there are", () => {
    for (const { label, type, script } of tasks) {
      assert.equal(type, "npm");
      assert.ok(Object.hasOwn(scripts, script), label);
    }
  });

  it("is told of no npm script in CONTRIBUTING.md that there is not", () => {
    const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
    const named = [...text.matchAll(/npm (?:run (\w+)|(test|start)\b)/g)].map(([, run, own]) => run ?? own ?? "");
    assert.ok(named.length > 5);
    for (const script of named) assert.ok(Object.hasOwn(scripts, script), script);
  });
});
