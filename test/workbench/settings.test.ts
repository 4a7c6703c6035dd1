import { deepEqual, equal } from "node:assert/strict";
import { type ConfigurationChangeEvent, ConfigurationTarget, EventEmitter, workspace } from "vscode";
import { type SettingName, settings } from "../../src/manifest.ts";
import { onDidChangeSetting, readSetting, writeSetting } from "../../src/workbench/settings.ts";
import { next } from "./support/events.ts";
import { replace, restore } from "./support/replace.ts";
import { setSetting } from "./support/settings.ts";

describe("The extension's settings", () => {
  afterEach(async () => {
    restore();
    await setSetting("preview.delay", undefined);
  });

  it("have the defaults that the code counts on", () => {
    for (const name of Object.keys(settings) as SettingName[]) {
      deepEqual(workspace.getConfiguration("plots").inspect(name)?.defaultValue, settings[name], name);
      deepEqual(readSetting(name), settings[name], name);
    }
  });

  it("are read as the person sets them", async () => {
    await setSetting("preview.delay", 10);
    equal(readSetting("preview.delay"), 10);
  });

  it("are changed where they are set, so that the new value is in force", async () => {
    const inspect = () => workspace.getConfiguration("plots").inspect("preview.theme");
    const ours = workspace.getConfiguration("plots");
    try {
      await writeSetting("preview.theme", "editor");
      equal(inspect()?.globalValue, "editor");
      await ours.update("preview.theme", "authored", ConfigurationTarget.Workspace);
      await writeSetting("preview.theme", "editor");
      equal(inspect()?.workspaceValue, "editor");
      await setSetting("preview.theme", "authored");
      await writeSetting("preview.theme", "authored");
      equal(readSetting("preview.theme"), "authored");
    } finally {
      await ours.update("preview.theme", undefined, ConfigurationTarget.Workspace);
      await setSetting("preview.theme", undefined);
    }
  });

  it("tell of their own changes and of no others", async () => {
    const source = new EventEmitter<ConfigurationChangeEvent>();
    replace(workspace, "onDidChangeConfiguration", source.event);
    const told: string[] = [];
    onDidChangeSetting(["preview.delay", "preview.theme"], () => told.push("delay or theme"));
    onDidChangeSetting(["servers"], () => told.push("url"));
    restore();
    const changed = next(workspace.onDidChangeConfiguration, (change) => change.affectsConfiguration("plots"));
    await setSetting("preview.delay", 10);
    source.fire(await changed);
    deepEqual(told, ["delay or theme"]);
  });
});
