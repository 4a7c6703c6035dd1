// Runs inside the extension host: activates the two extensions, wakes ours, and prints how long each took.
import "../workbench/console.ts";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { commands, extensions, workspace } from "vscode";

export async function run(): Promise<void> {
  await settle();
  const milliseconds: Record<string, number> = {};
  const ids = ["plot-files-bench.empty", "plot-files.plot-files"];
  if (workspace.name?.startsWith("ours-first") === true) ids.reverse();
  for (const id of ids) {
    const extension = extensions.getExtension(id);
    if (extension === undefined) {
      const others = extensions.all.map((each) => each.id).filter((each) => !each.startsWith("vscode."));
      throw new Error(`${id} is not among ${others.join(", ")}.`);
    }
    if (extension.isActive) throw new Error(`${id} was active before it was asked for.`);
    const begin = performance.now();
    await extension.activate();
    milliseconds[id] = performance.now() - begin;
    await settle();
  }
  const begin = performance.now();
  // The first command of any kind loads the parts; this one then has nothing to do.
  await commands.executeCommand("plots.treatAsJson");
  milliseconds["awake"] = performance.now() - begin + (milliseconds["plot-files.plot-files"] ?? NaN);
  console.log(`activation ${JSON.stringify(milliseconds)}`);
}

/** Waits until this host has had next to nothing to do for half a second. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    const before = performance.eventLoopUtilization();
    await setTimeout(250);
    quiet = performance.eventLoopUtilization(before).utilization < 0.05 ? quiet + 1 : 0;
  }
}
