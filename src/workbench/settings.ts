import { type ConfigurationScope, ConfigurationTarget, type Disposable, workspace } from "vscode";
import { type SettingName, settings } from "../manifest.ts";

type SettingValue<N extends SettingName> = (typeof settings)[N];

/** The value in force of one of our settings; its type and default are the manifest's. */
export function readSetting<N extends SettingName>(name: N, scope?: ConfigurationScope): SettingValue<N> {
  return workspace.getConfiguration("plots", scope).get<SettingValue<N>>(name) ?? settings[name];
}

/** Changes a setting where it is set, so that the new value is the one in force: of the folder, the workspace or the user. */
export async function writeSetting<N extends SettingName>(
  name: N,
  value: SettingValue<N>,
  scope?: ConfigurationScope,
): Promise<void> {
  const configuration = workspace.getConfiguration("plots", scope);
  const set = configuration.inspect(name);
  const target =
    set?.workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await configuration.update(name, value, target);
}

/** Fires when one of `names` may have changed. The caller owns the subscription. */
export function onDidChangeSetting(names: readonly SettingName[], listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (names.some((name) => change.affectsConfiguration(`plots.${name}`))) listener();
  });
}
