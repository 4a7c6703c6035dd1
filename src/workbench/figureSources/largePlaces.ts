import { Range } from "vscode";
import type { Places } from "../../figure/data/stream/places.ts";
import type { Span } from "../../figure/model/span.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { FilePartPlace } from "../diagnostics/checkedFile.ts";
import { toldPlace } from "./toldPlace.ts";
import type { ShownPlaces } from "./filePlaces.ts";

/** Where things stand in a large file, by what is left of its text. */
export class LargePlaces implements ShownPlaces {
  readonly #places: Places;
  readonly #outline: Outline;

  constructor(places: Places, outline: Outline) {
    this.#places = places;
    this.#outline = outline;
  }

  rangeOf({ start, end }: Span): Range {
    const [from, to] = [this.#places.at(start), this.#places.at(end)];
    return new Range(from.line, from.character, to.line, to.character);
  }

  lineOf(offset: number): number {
    return this.#places.at(offset).line + 1;
  }

  placeOf({ start }: Span): string {
    const { line, character } = this.#places.at(start);
    return toldPlace(start, line, character, () => ({ outline: this.#outline, structure: { root: undefined } }));
  }

  partOf({ start, end }: Span): FilePartPlace {
    const { line, byte } = this.#places.at(start);
    return { place: { line, byte }, length: this.#places.at(end).byte - byte };
  }
}
