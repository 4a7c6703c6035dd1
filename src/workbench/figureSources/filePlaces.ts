import { Range } from "vscode";
import type { Span } from "../../figure/model/span.ts";
import type { LinePlaces } from "../../figure/text/outline/linePlaces.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Structure } from "../../figure/text/structure/structure.ts";
import type { FilePartPlace } from "../diagnostics/checkedFile.ts";
import { toldPlace } from "./toldPlace.ts";

/** Where things stand in a file that has no document, as a text editor counts. */
export interface ShownPlaces {
  rangeOf(span: Span): Range;
  /** The line of an offset, counted from 1. */
  lineOf(offset: number): number;
  /** "line 3", or "data[0].x" where the line is very long. */
  placeOf(span: Span): string;
  /** Where to look in a file that is too large for an editor, and how many bytes of it are meant. */
  partOf?(span: Span): FilePartPlace;
}

/** The places of a file whose text is read as a whole. */
export class FilePlaces implements ShownPlaces {
  readonly #lines: LinePlaces;
  readonly #outline: Outline;
  readonly #structure: Structure;
  /** A text editor does not count the byte order mark. */
  readonly #mark: number;

  constructor(lines: LinePlaces, outline: Outline, structure: Structure, hasMark: boolean) {
    this.#lines = lines;
    this.#outline = outline;
    this.#structure = structure;
    this.#mark = hasMark ? 1 : 0;
  }

  rangeOf({ start, end }: Span): Range {
    const [from, to] = [this.#at(start), this.#at(end)];
    return new Range(from.line, from.character, to.line, to.character);
  }

  lineOf(offset: number): number {
    return this.#lines.at(offset).line + 1;
  }

  placeOf({ start }: Span): string {
    const { line } = this.#lines.at(start);
    const begin = this.#lines.startOf(line) ?? 0;
    const end = this.#lines.startOf(line + 1) ?? this.#outline.length;
    return toldPlace(start, line, end - begin, () => ({ outline: this.#outline, structure: this.#structure }));
  }

  #at(offset: number): { readonly line: number; readonly character: number } {
    const { line, character } = this.#lines.at(offset);
    return { line, character: line === 0 ? Math.max(0, character - this.#mark) : character };
  }
}
