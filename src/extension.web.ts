import type { ExtensionContext } from "vscode";
import { activateExtension } from "./activate.ts";

// Node's entry takes it from here, so that the package holds it once.
export { activateExtension } from "./activate.ts";

/** The entry where VS Code runs extensions in a browser: everything but the plot service, which needs Node. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, undefined, undefined, undefined, undefined);
}
