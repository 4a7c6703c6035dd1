import { plotFiles } from "./plotFiles.ts";
import { copyWorkspace } from "./vscode/workspaceCopy.ts";

/** Copies the sample figures to a folder in `parent`. */
export function sampleWorkspace(parent: string): string {
  return copyWorkspace(plotFiles.sample, parent);
}
