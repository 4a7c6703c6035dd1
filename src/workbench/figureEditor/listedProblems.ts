import type { FigureProblem } from "../../figure/model/problem.ts";
import type { ToWebview } from "../../protocol.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import { problemStrip } from "./problemStrip.ts";

/** The problems that a page lists, which gives back their ids. */
export class ListedProblems {
  readonly #source: FigureSource;
  readonly #post: (message: ToWebview) => void;
  #listed: readonly FigureProblem[] = [];
  /** What the page was told last. */
  #told = "";

  constructor(source: FigureSource, post: (message: ToWebview) => void) {
    this.#source = source;
    this.#post = post;
  }

  /** The page has begun anew and lists nothing. */
  forget(): void {
    this.#told = "";
  }

  tell(): void {
    const { message, listed } = problemStrip(this.#source);
    this.#listed = listed;
    // The list keeps its folds and the keyboard's place where it says nothing new.
    const told = JSON.stringify(message);
    if (told === this.#told) return;
    this.#told = told;
    this.#post(message);
  }

  at(id: number): FigureProblem | undefined {
    return this.#listed[id];
  }
}
