// Runs inside the extension host: activates the two extensions, wakes ours, and prints how long each took.
import "../workbench/console.ts";
import { commands, extensions } from "vscode";

export async function run(): Promise<void> {
  const milliseconds: Record<string, number> = {};
  for (const id of ["plot-files-bench.empty", "plot-files.plot-files"]) {
    const extension = extensions.getExtension(id);
    if (extension === undefined)
      throw new Error(
        `${id} is not among ${extensions.all
          .map((e) => e.id)
          .filter((e) => !e.startsWith("vscode."))
          .join(", ")}.`,
      );
    if (extension.isActive) {
      // VS Code itself sometimes opens JSON as it starts.
      console.log("activation early");
      return;
    }
    const begin = performance.now();
    await extension.activate();
    milliseconds[id] = performance.now() - begin;
  }
  const begin = performance.now();
  // The first command of any kind loads the parts; this one then has nothing to do.
  await commands.executeCommand("plots.treatAsJson");
  milliseconds["awake"] = performance.now() - begin + (milliseconds["plot-files.plot-files"] ?? NaN);
  console.log(`activation ${JSON.stringify(milliseconds)}`);
}
