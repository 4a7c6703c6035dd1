import { type Disposable, EventEmitter, type Memento, Uri, workspace } from "vscode";
import type { MigrateOptions } from "../../figure/migrate/migrate.ts";
import type { WrittenFor } from "../../figure/migrate/defaults/defaults.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";

/** The key of the choices in the workspace's state. */
const key = "plots.defaultsChoices";

/** This many choices are kept; the oldest go first. */
const MOST = 500;

/** The address of a figure, and the defaults that were chosen for it. */
type Choice = readonly [uri: string, writtenFor: WrittenFor];

/** Knows which Plotly's defaults a figure is drawn and migrated with: a person's choice for it, or else the setting. */
export class DefaultsChoices implements Disposable {
  readonly #memory: Memento;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri | undefined>());
  /** The choices for documents that are in no file yet. They end with the session, since the next one uses the names again. */
  readonly #unsaved = new Map<string, WrittenFor>();

  /** Fires with the figure that a choice was made for, or with undefined where the setting has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#store.add(onDidChangeSetting(["preview.defaults"], () => this.#changed.fire(undefined)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#unsaved.delete(uri.toString())));
    this.#store.add(
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) void this.#move(oldUri.toString(), newUri.toString());
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  of(uri: Uri): Pick<MigrateOptions, "writtenFor" | "otherwise"> {
    const name = uri.toString();
    const chosen = this.#unsaved.get(name) ?? this.#kept().find(([each]) => each === name)?.[1];
    return { writtenFor: chosen, otherwise: readSetting("preview.defaults", uri) };
  }

  /** Keeps a person's choice for a figure; undefined forgets it. */
  async choose(uri: Uri, writtenFor: WrittenFor | undefined): Promise<void> {
    const name = uri.toString();
    if (uri.scheme === "untitled") {
      if (writtenFor === undefined) this.#unsaved.delete(name);
      else this.#unsaved.set(name, writtenFor);
    } else {
      const others = this.#kept().filter(([each]) => each !== name);
      await this.#keep(writtenFor === undefined ? others : [...others, [name, writtenFor]]);
    }
    if (!this.#store.disposed) this.#changed.fire(uri);
  }

  /** Has the choices follow a file or folder that was renamed. */
  async #move(from: string, to: string): Promise<void> {
    const kept = this.#kept();
    const isMoved = ([name]: Choice): boolean => name === from || name.startsWith(`${from}/`);
    const moved = kept.filter(isMoved).map(([name, choice]): Choice => [to + name.slice(from.length), choice]);
    if (moved.length === 0) return;
    // The file that had this name before is gone.
    const names = new Set(moved.map(([name]) => name));
    const others = kept.filter((choice) => !isMoved(choice) && !names.has(choice[0]));
    await this.#keep([...others, ...moved]);
    // Its drawing may be open under the new name already.
    for (const name of this.#store.disposed ? [] : names) this.#changed.fire(Uri.parse(name));
  }

  async #keep(choices: readonly Choice[]): Promise<void> {
    await this.#memory.update(key, choices.slice(-MOST));
  }

  #kept(): readonly Choice[] {
    const kept = this.#memory.get<unknown>(key);
    return Array.isArray(kept) ? kept.filter(isChoice) : [];
  }
}

function isChoice(value: unknown): value is Choice {
  return Array.isArray(value) && typeof value[0] === "string" && (value[1] === "newest" || value[1] === "before-4");
}
