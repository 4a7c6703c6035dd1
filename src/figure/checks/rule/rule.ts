import type { GridFacts } from "../../model/grid.ts";
import type { FigureProblem, ProblemCode, Severity } from "../../model/problem.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import type { PlacedAttribute } from "./placedAttributes.ts";

export interface RuleContext extends FigureText {
  /** Whether the API is to take the figure: what it refuses is an error then, and a hint else. */
  readonly bound: boolean;
  /** What is known of the grids that the figure refers to; nothing is said of others. */
  readonly grids: ReadonlyMap<string, GridFacts>;
  /** How grave somebody has set the findings of a rule to be; undefined where nobody has. */
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
   * What it finds, in the order of the text. `undefined` in between is a place to stop at: every few hundred values at
   * the least, so that a large figure keeps nobody waiting.
   */
  check?(context: RuleContext): Iterable<FigureProblem | undefined>;
  /** What it finds at one member, for rules that look at each: all members are gone through once for all such rules. */
  visit?(context: RuleContext): (placed: PlacedAttribute) => FigureProblem | undefined;
  /** The same for rules that tell of many members at once. */
  collect?(context: RuleContext): Collector;
}

/** Sees every member of a figure, and reports at the end. */
export interface Collector {
  see(placed: PlacedAttribute): void;
  problems(): readonly FigureProblem[];
}
