import { newestCode } from "./install.ts";
import { plotFiles } from "./plotFiles.ts";
import { exitOnSignals } from "./vscode/signals.ts";
import { startForPerson } from "./vscode/start.ts";
import { main } from "./vscode/trouble.ts";

exitOnSignals();
await main(() => startForPerson(plotFiles, newestCode, 9888));
