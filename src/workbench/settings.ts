import { type ConfigurationScope, type Disposable, workspace } from "vscode";
import { type SettingName, settings } from "../manifest.ts";

type SettingValue<N extends SettingName> = (typeof settings)[N];

/** The value in force of one of our settings; its type and default are the manifest's. */
export function readSetting<N extends SettingName>(name: N, scope?: ConfigurationScope): SettingValue<N> {
  return workspace.getConfiguration("plots", scope).get<SettingValue<N>>(name) ?? settings[name];
}

/** Fires when one of `names` may have changed. The caller owns the subscription. */
export function onDidChangeSetting(names: readonly SettingName[], listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (names.some((name) => change.affectsConfiguration(`plots.${name}`))) listener();
  });
}
