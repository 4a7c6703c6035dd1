import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, Uri, window, workspace, WorkspaceEdit } from "vscode";
import { DefaultsChoices } from "../../../src/workbench/figures/defaultsChoices.ts";
import { next } from "../support/events.ts";
import { workspaceFile } from "../support/figures.ts";
import { setSetting } from "../support/settings.ts";
import { MemoryMemento } from "../support/standIns.ts";
import { closeTabs } from "../support/tabs.ts";

describe("Whose defaults a person chose for a figure", () => {
  const folder = workspaceFile("chosen");
  const place = (name: string): Uri => Uri.joinPath(folder, name);
  let memory: MemoryMemento;
  let choices: DefaultsChoices;

  beforeEach(() => {
    memory = new MemoryMemento();
    choices = new DefaultsChoices(memory);
  });
  afterEach(async () => {
    choices.dispose();
    await setSetting("preview.defaults", undefined);
    await closeTabs();
    await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  const chosen = (uri: Uri) => choices.of(uri).writtenFor;
  const write = (name: string) => workspace.fs.writeFile(place(name), new TextEncoder().encode('{"data": []}'));
  const renamed = async (from: string, to: string): Promise<void> => {
    const edit = new WorkspaceEdit();
    edit.renameFile(place(from), place(to), { overwrite: true });
    const told = next(choices.onDidChange);
    ok(await workspace.applyEdit(edit));
    await told;
  };

  it("is kept for that figure alone, also by another window, until it is taken back", async () => {
    const told: (string | undefined)[] = [];
    const listening = choices.onDidChange((uri) => told.push(uri?.toString()));
    const one = place("one.plotly.json");
    await choices.choose(one, "before-4");
    equal(chosen(one), "before-4");
    equal(chosen(place("two.plotly.json")), undefined);
    const other = new DefaultsChoices(memory);
    equal(other.of(one).writtenFor, "before-4");
    other.dispose();
    await choices.choose(one, "newest");
    equal(chosen(one), "newest");
    await choices.choose(one, undefined);
    equal(chosen(one), undefined);
    deepEqual(told, [one, one, one].map(String));
    listening.dispose();
  });

  it("goes along when the file gets another name, alone and with its folder", async () => {
    await write("one.plotly.json");
    await choices.choose(place("one.plotly.json"), "before-4");
    await renamed("one.plotly.json", "two.plotly.json");
    equal(chosen(place("two.plotly.json")), "before-4");
    equal(chosen(place("one.plotly.json")), undefined);

    await write("plots/below.plotly.json");
    await write("plots-2/beside.plotly.json");
    await choices.choose(place("plots/below.plotly.json"), "newest");
    await choices.choose(place("plots-2/beside.plotly.json"), "before-4");
    await renamed("plots", "pictures");
    equal(chosen(place("pictures/below.plotly.json")), "newest");
    equal(chosen(place("plots/below.plotly.json")), undefined);
    equal(chosen(place("plots-2/beside.plotly.json")), "before-4");
  });

  it("takes the place of what was chosen for a file that is written over", async () => {
    for (const [name, writtenFor] of [
      ["over.plotly.json", "newest"],
      ["from.plotly.json", "before-4"],
    ] as const) {
      await write(name);
      await choices.choose(place(name), writtenFor);
    }
    await renamed("from.plotly.json", "over.plotly.json");
    equal(chosen(place("over.plotly.json")), "before-4");
  });

  it("is forgotten with a document that was never saved, whose name another session may have again", async () => {
    const document = await workspace.openTextDocument({ language: "json", content: '{"data": []}' });
    await window.showTextDocument(document);
    await choices.choose(document.uri, "before-4");
    equal(chosen(document.uri), "before-4");
    deepEqual(memory.keys(), []);
    const closed = next(workspace.onDidCloseTextDocument, (each) => each === document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await closed;
    equal(chosen(document.uri), undefined);
  });

  it("is the setting's where nobody chose, and all figures are told of a change of that", async () => {
    const one = place("one.plotly.json");
    deepEqual(choices.of(one), { writtenFor: undefined, otherwise: "newest" });
    const told = next(choices.onDidChange);
    await setSetting("preview.defaults", "before-4");
    equal(await told, undefined);
    deepEqual(choices.of(one), { writtenFor: undefined, otherwise: "before-4" });
  });

  it("is not moved by what is no choice, such as another version's memory", async () => {
    await memory.update("plots.defaultsChoices", [["a"], 3, [place("one").toString(), "oldest"]]);
    equal(chosen(place("one")), undefined);
    await choices.choose(place("two"), "newest");
    equal(chosen(place("two")), "newest");
  });
});
