import { LinePlaces } from "../../figure/text/outline/linePlaces.ts";
import type { Span } from "../../figure/model/span.ts";
import type { FigureProblem, Severity } from "../../figure/model/problem.ts";

/** A range of a file. Lines and columns count from 1, columns in UTF-16 units. The end is exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FileProblem {
  readonly code: FigureProblem["code"];
  readonly severity: Severity;
  readonly message: string;
  readonly region: Region;
  readonly related: readonly { readonly message: string; readonly region: Region }[];
  /** Whether `--fix` mends it. */
  readonly fixable: boolean;
}

/** The problems of one file. */
export interface FileReport {
  /** The file's path as it was given. */
  readonly path: string;
  readonly problems: readonly FileProblem[];
  /** The number of all problems. Of very many, `problems` has the gravest. */
  readonly total: number;
  /** The number of problems that `--fix` mended. */
  readonly fixed: number;
  /** Why the file could not be checked. */
  readonly failure?: string;
}

/** Finds the line and column of places in a text. */
export class Lines {
  readonly #places: LinePlaces;
  readonly #isMarked: boolean;

  constructor(text: string) {
    this.#places = new LinePlaces(text);
    this.#isMarked = text.startsWith("\uFEFF");
  }

  region({ start, end }: Span): Region {
    const from = this.#place(start);
    const to = this.#place(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  #place(offset: number): { readonly line: number; readonly column: number } {
    const { line, character } = this.#places.at(offset);
    // A byte order mark does not count as a column of the first line.
    const mark = this.#isMarked && line === 0 && offset > 0 ? 1 : 0;
    return { line: line + 1, column: character - mark + 1 };
  }
}

export function fileProblem(problem: FigureProblem, lines: Lines): FileProblem {
  const { code, severity, message, span, related, fixes = [] } = problem;
  return {
    code,
    severity,
    message,
    region: lines.region(span),
    related: related.map((each) => ({ message: each.message, region: lines.region(each.span) })),
    fixable: fixes.some(({ preferred, edits }) => preferred && edits.length > 0),
  };
}
