import { ConfigurationTarget, workspace } from "vscode";
import type { SettingName } from "../../../src/manifest.ts";

/** A setting of the user; undefined takes it away. */
export async function setSetting(name: SettingName, value: unknown): Promise<void> {
  await workspace.getConfiguration("plots").update(name, value, ConfigurationTarget.Global);
}
