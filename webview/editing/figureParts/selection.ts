import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Drawing } from "../../drawing/drawing.ts";
import { partOfPath, partsOf } from "./figureParts.ts";
import type { FigurePart } from "./part.ts";
import { type PartSource, partSource } from "./source.ts";

/** The parts of a drawing, and what they were read from. */
export interface DrawnParts {
  readonly source: PartSource;
  readonly parts: readonly FigurePart[];
}

/** The parts of what is drawn, and which of them are chosen. */
export class Selection {
  readonly #drawing: Drawing;
  readonly #changed: (isPerson: boolean) => void;
  #paths: readonly FigurePath[] = [];
  /** Which of the parts of a path are chosen: a trace by its marks, or by its legend entry. */
  #keys: readonly string[] = [];
  #drawn: DrawnParts | undefined;

  /** `changed` hears whether the person has chosen on the page. */
  constructor(drawing: Drawing, changed: (isPerson: boolean) => void) {
    this.#drawing = drawing;
    this.#changed = changed;
  }

  get isOn(): boolean {
    return this.#drawing.isEditable && this.#drawing.drawn !== undefined;
  }

  get paths(): readonly FigurePath[] {
    return this.#paths;
  }

  get keys(): readonly string[] {
    return this.#keys;
  }

  get drawn(): DrawnParts | undefined {
    return (this.#drawn ??= this.isOn ? read(this.#drawing) : undefined);
  }

  get parts(): readonly FigurePart[] {
    return this.drawn?.parts ?? [];
  }

  get chosen(): readonly FigurePart[] {
    const { parts } = this;
    return this.#keys.flatMap((key) => parts.find((part) => part.key === key) ?? []);
  }

  /** The drawing is another one, so that its parts are read again. What is gone from it is no longer chosen. */
  forget(): void {
    this.#drawn = undefined;
    // A part whose place in the text is chosen may be drawn now.
    if (this.#keys.length === 0 && this.#paths.length > 0) this.#keys = this.#keysOf(this.#paths);
  }

  /** `isMore`: beside what is chosen already, or no longer. */
  choose(part: FigurePart | undefined, isMore: boolean): void {
    const key = part?.key;
    const others = isMore ? this.#keys.filter((each) => each !== key) : [];
    const isOff = isMore && key !== undefined && this.#keys.includes(key);
    this.#keys = key === undefined || isOff ? others : [...others, key];
    this.#paths = this.chosen.map(({ path }) => path);
    this.#changed(true);
  }

  show(paths: readonly FigurePath[], isPerson: boolean): void {
    this.#paths = paths;
    this.#keys = this.#keysOf(paths);
    this.#changed(isPerson);
  }

  #keysOf(paths: readonly FigurePath[]): string[] {
    return paths.flatMap((path) => partOfPath(this.parts, path)?.key ?? []);
  }
}

function read({ graph, drawn }: Drawing): DrawnParts | undefined {
  const source = partSource(graph, drawn?.figure.origins);
  return source && { source, parts: partsOf(source) };
}
