import type { ExtensionContext } from "vscode";
import { Dormant } from "./dormant.ts";

/** Loads all parts when the extension wakes. Node's entry loads them from here too, so that the package holds them once. */
export const loadParts = () => import("./activate.ts");

/** The entry for VS Code in a browser: everything except the plot service, which needs Node. */
export function activate(context: ExtensionContext): void {
  const load = async () => {
    const { activateExtension } = await loadParts();
    return () => activateExtension(context, undefined, undefined, undefined, undefined);
  };
  context.subscriptions.push(new Dormant(context, load));
}
