import { join } from "node:path";
import { build } from "./build.ts";
import type { ExtensionUnderTest } from "./vscode/extension.ts";
import { root } from "./vscode/project.ts";

/** The extension of this checkout, with figures to work on. */
export const plotFiles: ExtensionUnderTest = { root, sample: join(root, "test", "fixtures", "workspace"), build };
