import { plotFiles } from "./plotFiles.ts";
import { suites } from "./suites.ts";
import { exitOnSignals } from "./vscode/signals.ts";
import { runSuites } from "./vscode/suites/runSuites.ts";
import { main } from "./vscode/trouble.ts";

exitOnSignals();
await main(() => runSuites(suites, plotFiles));
