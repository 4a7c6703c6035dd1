import type { GridFacts } from "../model/grid.ts";
import type { Outline } from "../text/outline/outline.ts";
import { type FigureProblem, type ProblemCode, severities, type Severity } from "../model/problem.ts";
import { notAFigure } from "./rules/notAFigure.ts";
import { placedAttributes } from "./rule/placedAttributes.ts";
import type { RuleContext } from "./rule/rule.ts";
import { finished } from "../text/steps/slices.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { rules } from "./rules/rules.ts";
import { syntaxRules } from "./rules/syntax.ts";
import { type RuleSettings, withSeverity } from "./ruleSettings.ts";

export interface CheckOptions {
  /** Whether the API is to take the figure: what it refuses is an error then, and a hint else. */
  readonly bound: boolean;
  readonly rules?: RuleSettings;
  /** Facts about the grids that the figure refers to. */
  readonly grids?: ReadonlyMap<string, GridFacts>;
  /** The most problems that are reported; 1,000 by default, as many as VS Code shows for a file. */
  readonly limit?: number;
}

/** The problems of a figure file. */
export interface Check {
  /** In the order of the text; where there are more than the limit, the gravest, and of those the first. */
  readonly problems: readonly FigureProblem[];
  /** The number of problems, including those that are not reported. */
  readonly total: number;
  /** The number of problems of each rule and severity. */
  readonly counts: readonly ProblemCount[];
}

export interface ProblemCount {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly count: number;
}

export const PROBLEM_LIMIT = 1000;

/** Checks a figure file. Whatever needs a server is checked as far as `grids` are known. */
export function checkFigure(figure: FigureText, options: CheckOptions): Check {
  return finished(checkInSteps(figure, options));
}

/** `checkFigure` in steps of well under a millisecond, so that the caller can do other work in between. */
export function* checkInSteps(figure: FigureText, options: CheckOptions): Generator<void, Check> {
  const { bound, rules: settings = {}, grids = new Map<string, GridFacts>(), limit = PROBLEM_LIMIT } = options;
  const context: RuleContext = { ...figure, bound, grids, levelOf: (code) => settings[code] };
  const kept: FigureProblem[] = [];
  const counts = new Map<string, ProblemCount>();
  let total = 0;
  const keep = (found: FigureProblem): void => {
    const problem = withSeverity(found, settings);
    if (problem === undefined) return;
    total++;
    // More than the limit of one rule and severity are never told, so that they need not be kept.
    const { code, severity } = problem;
    const kind = `${code} ${severity}`;
    const count = counts.get(kind)?.count ?? 0;
    counts.set(kind, { code, severity, count: count + 1 });
    if (count < limit) kept.push(problem);
  };
  // What another language wrote was read as if it were JSON: whatever else is found of it is found by mistake.
  const isForeign = figure.outline.syntax.some(({ code }) => code === "not-json" || code === "python-dict");
  const on = (isForeign ? syntaxRules : rules).filter(({ code }) => settings[code] !== "off");
  let looked = 0;
  for (const rule of on) {
    for (const found of rule.check?.(context) ?? []) {
      if (found !== undefined) keep(found);
      if (found === undefined || ++looked % STEP === 0) yield;
    }
    yield;
  }
  const visits = on.flatMap((rule) => rule.visit?.(context) ?? []);
  const collectors = on.flatMap((rule) => rule.collect?.(context) ?? []);
  for (const placed of isForeign ? [] : placedAttributes(figure.structure, figure.outline)) {
    if (++looked % STEP === 0) yield;
    for (const visit of visits) {
      const found = visit(placed);
      if (found !== undefined) keep(found);
    }
    for (const collector of collectors) collector.see(placed);
  }
  for (const collector of collectors) for (const found of collector.problems()) keep(found);
  return { problems: gravest(kept, limit), total, counts: [...counts.values()] };
}

/** Values looked at in one step. */
const STEP = 100;

/** The check, with `others` in place of the problems of the rule `code`. */
export function withOthers(check: Check, code: ProblemCode, others: readonly FigureProblem[], limit: number): Check {
  const kept = check.counts.filter((each) => each.code !== code);
  const told = severities.flatMap((severity) => {
    const count = others.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [{ code, severity, count }];
  });
  const counts = [...kept, ...told];
  const problems = gravest([...check.problems.filter((each) => each.code !== code), ...others], limit);
  return { problems, total: counts.reduce((sum, { count }) => sum + count, 0), counts };
}

/** The first `limit` problems by severity, then by place, in the order of the text. */
export function gravest(problems: readonly FigureProblem[], limit: number): readonly FigureProblem[] {
  const ordered = problems.toSorted((a, b) => a.span.start - b.span.start);
  if (ordered.length <= limit) return ordered;
  return severities
    .flatMap((level) => ordered.filter(({ severity }) => severity === level))
    .slice(0, limit)
    .toSorted((a, b) => a.span.start - b.span.start);
}

/**
 * The problem that makes drawing or sending the figure impossible, whatever the rules are set to; undefined where there
 * is none.
 */
export function obstacleOf(outline: Outline): FigureProblem | undefined {
  const figure = { text: "", outline, structure: { root: undefined } };
  const grids = new Map<string, GridFacts>();
  const context: RuleContext = { ...figure, bound: false, grids, levelOf: () => undefined };
  const found = [...syntaxRules, notAFigure].flatMap((rule) => [...(rule.check?.(context) ?? [])]);
  return found.filter((problem) => problem !== undefined).toSorted((a, b) => a.span.start - b.span.start)[0];
}
