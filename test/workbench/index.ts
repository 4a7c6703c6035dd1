import { runMocha } from "./harness.ts";

/** Called by VS Code in the Node extension host. */
export const run = () => runMocha(() => import("every-test"));
