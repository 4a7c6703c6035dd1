import { plotFiles } from "./plotFiles.ts";
import * as host from "./vscode/linkedExtension.ts";

/** Makes `folder` an extensions folder of VS Code in which this checkout counts as installed. Returns the folder. */
export function linkExtension(folder: string): string {
  return host.linkExtension(plotFiles.root, folder);
}
