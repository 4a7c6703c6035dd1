import type { ExtensionContext } from "vscode";
import { Dormant } from "./dormant.ts";

/** All parts, loaded when the extension wakes. Node's entry takes them from here, so that the package holds them once. */
export const loadParts = () => import("./activate.ts");

/** The entry where VS Code runs extensions in a browser: everything but the plot service, which needs Node. */
export function activate(context: ExtensionContext): void {
  const load = async () => {
    const { activateExtension } = await loadParts();
    return () => activateExtension(context, undefined, undefined, undefined, undefined);
  };
  context.subscriptions.push(new Dormant(context, load));
}
