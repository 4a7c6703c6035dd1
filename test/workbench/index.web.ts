import { runMocha } from "./harness.ts";

/** Called by VS Code in the web worker extension host, which has no Node: `*.node.test.ts` are not in this bundle. */
export const run = () => runMocha(() => import("every-test"));
