import { type ConfigurationScope, ConfigurationTarget, type Disposable, workspace } from "vscode";
import { type SettingName, settings } from "../manifest.ts";

type SettingValue<N extends SettingName> = (typeof settings)[N];

/** The value in force of one of our settings. Its type and default come from the manifest. */
export function readSetting<N extends SettingName>(name: N, scope?: ConfigurationScope): SettingValue<N> {
  return workspace.getConfiguration("plots", scope).get<SettingValue<N>>(name) ?? settings[name];
}

/** Changes a setting where it is set (folder, workspace or user), so that the new value takes effect. */
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

/** Calls back when one of `names` may have changed. The caller owns the subscription. */
export function onDidChangeSetting(names: readonly SettingName[], listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (names.some((name) => change.affectsConfiguration(`plots.${name}`))) listener();
  });
}
