import { plotFiles } from "./plotFiles.ts";
import { copyWorkspace } from "./vscode/workspaceCopy.ts";

/** A fresh copy of the sample figures in a folder under `parent`. */
export function sampleWorkspace(parent: string): string {
  return copyWorkspace(plotFiles.sample, parent);
}
