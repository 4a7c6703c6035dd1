import { runMocha } from "../workbench/harness.ts";

/** Called by VS Code in the Node extension host, in a workspace without figures. */
export const run = () => runMocha(() => import("every-test"));
