import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, extensions, workspace } from "vscode";
import { commands as commandIds } from "../../src/manifest.ts";
import { workspaceFile } from "./support/figures.ts";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe("The extension", () => {
  const extension = extensions.getExtension<undefined>("plot-files.plot-files");
  function manifest(): Manifest {
    ok(extension);
    return extension.packageJSON as Manifest;
  }

  it("activates", async () => {
    ok(extension);
    await extension.activate();
    ok(extension.isActive);
  });

  it("has every command that its manifest names", async () => {
    await extension?.activate();
    const { contributes } = manifest();
    const known = new Set(await commands.getCommands(true));
    deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
    for (const command of Object.values(commandIds)) ok(known.has(command), command);
  });

  it("is started by JSON and by figures, and by nothing that every window has", () => {
    const { activationEvents } = manifest();
    ok(activationEvents.includes("onLanguage:json"));
    for (const event of activationEvents)
      match(event, /^(onLanguage:jsonc?|onFileSystem:plots|workspaceContains:.*\.plotly.*)$/);
  });

  it("makes figure files JSON", async () => {
    for (const name of ["sea-temperature.plotly", "river-flow.plotly.json"]) {
      equal((await workspace.openTextDocument(workspaceFile(name))).languageId, "plotly");
    }
  });
});
