import type { Check } from "./check.ts";
import { type FigureProblem, type ProblemCode, severities, type Severity } from "../model/problem.ts";
import { rules } from "./rules/rules.ts";

/** The problems of one rule that have the same severity. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The rule's title, a sentence. */
  readonly title: string;
  /** The number of problems, including those that are not reported. */
  readonly count: number;
  /** The first of them, in the order of the text. */
  readonly problems: readonly FigureProblem[];
}

const titles = new Map<ProblemCode, string>(rules.map(({ code, title }) => [code, title]));

/** Groups problems by rule and severity, the most severe first, then by the first place in the text. */
export function groupProblems({ problems, counts }: Check, most: number): ProblemGroup[] {
  const groups = new Map<string, FigureProblem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return severities.flatMap((severity) =>
    [...groups.values()].flatMap((found) => {
      const [first] = found;
      if (first === undefined || first.severity !== severity) return [];
      const { code } = first;
      const counted = counts.find((each) => each.code === code && each.severity === severity)?.count ?? 0;
      const count = Math.max(found.length, counted);
      return [{ code, severity, title: titles.get(code) ?? first.message, count, problems: found.slice(0, most) }];
    }),
  );
}
