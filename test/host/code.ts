#!/usr/bin/env node
import { newestCode, oldestCode } from "./install.ts";
import { exitOnSignals } from "./vscode/signals.ts";
import { runAsCode } from "./vscode/suites/codeProgram.ts";
import { main } from "./vscode/trouble.ts";

exitOnSignals();
await main(() => runAsCode((switches) => (switches.has("oldest") ? oldestCode : newestCode)));
