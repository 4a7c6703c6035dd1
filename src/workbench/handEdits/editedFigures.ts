import { type Disposable, EventEmitter, type Memento, type Uri } from "vscode";

const KEY = "editedFigures";

/** So many figures are remembered as being edited on their drawings. */
const MOST = 100;

/** The figures that the person edits on their drawings. It is remembered for each, until the person stops. */
export class EditedFigures implements Disposable {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<Uri>();

  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  has(uri: Uri): boolean {
    return this.#all().includes(uri.toString());
  }

  /** Begins or ends editing. */
  set(uri: Uri, on: boolean): void {
    const key = uri.toString();
    const others = this.#all().filter((each) => each !== key);
    void this.#memory.update(KEY, on ? [...others, key].slice(-MOST) : others);
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #all(): readonly string[] {
    return this.#memory.get<readonly string[]>(KEY, []);
  }
}
