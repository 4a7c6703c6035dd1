import type { ExtensionContext } from "vscode";
import { Dormant } from "./dormant.ts";

/** Loads what draws when the extension wakes, which loads the rest. Node's entry loads them from here too, so that the package holds them once. */
export const loadParts = () => import("./activate.ts");

/** The entry for VS Code in a browser: everything except the plot service, which needs Node. */
export function activate(context: ExtensionContext): void {
  const load = async () => {
    const { activateDrawings } = await loadParts();
    return () => activateDrawings(context, {});
  };
  context.subscriptions.push(new Dormant(context, load));
}
