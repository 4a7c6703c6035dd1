import type { GridFacts } from "../../model/grid.ts";
import type { FigureProblem, ProblemCode, Severity } from "../../model/problem.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import type { PlacedAttribute } from "./placedAttributes.ts";

export interface RuleContext extends FigureText {
  /** Whether the API is to take the figure: what it refuses is an error then, and a hint else. */
  readonly bound: boolean;
  /** Facts about the grids that the figure refers to. Nothing is reported about other grids. */
  readonly grids: ReadonlyMap<string, GridFacts>;
  /** The level that a person has set for a rule; undefined where nobody has. */
  readonly levelOf: (code: ProblemCode) => Severity | "off" | undefined;
}

/** A rule: one kind of problem, and how to find it. */
export interface Rule {
  /** Also the heading of PROBLEMS.md that explains it. */
  readonly code: ProblemCode;
  /** The severity of most of what it finds, where nothing else is set. */
  readonly severity: Severity;
  /** A sentence for lists of rules. */
  readonly title: string;
  /**
   * Yields its problems in the order of the text, and at least every few hundred values `undefined`, where the caller
   * may pause, so that a large figure keeps nobody waiting.
   */
  check?(context: RuleContext): Iterable<FigureProblem | undefined>;
  /** Reports the problem of one member. All such rules share one walk over all members. */
  visit?(context: RuleContext): (placed: PlacedAttribute) => FigureProblem | undefined;
  /** Does the same for a rule that reports on many members at once. */
  collect?(context: RuleContext): Collector;
}

/** Sees every member of a figure, and reports at the end. */
export interface Collector {
  see(placed: PlacedAttribute): void;
  problems(): readonly FigureProblem[];
}
