import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./vscode/project.ts";
import { Trouble } from "./vscode/trouble.ts";

/** Builds dist/ and shows what esbuild says. */
export async function build({
  production = false,
  grep = "",
}: { readonly production?: boolean; readonly grep?: string } = {}): Promise<void> {
  const child = spawn(process.execPath, [join(root, "esbuild.mjs"), ...(production ? ["--production"] : [])], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PLOT_FILES_GREP: grep },
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0) throw new Trouble("The build failed. The lines above say why.");
}
