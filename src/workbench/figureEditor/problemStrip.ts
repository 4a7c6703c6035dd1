import type { Check } from "../../figure/checks/check.ts";
import { type ProblemGroup, groupProblems } from "../../figure/checks/problemGroups.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import type { StripGroup, StripTip, ToWebview } from "../../protocol.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";

/** The most rows of one rule; the Problems panel has the others. */
const MOST_ROWS = 100;

/** The content of the strip under a drawing, and the problems behind its rows, by their ids. */
export interface ProblemStrip {
  readonly message: Extract<ToWebview, { type: "problems" }>;
  readonly listed: readonly FigureProblem[];
}

export function problemStrip(source: FigureSource): ProblemStrip {
  const check = source.check();
  if (typeof check === "string") return { message: { type: "problems", state: check, groups: [] }, listed: [] };
  const listed: FigureProblem[] = [];
  const groups = groupProblems(check, MOST_ROWS).filter(isListed).map(toGroup);
  const tip = tipOf(check, source.canEdit);
  return { message: { type: "problems", state: "checked", groups, ...(tip && { tip }) }, listed };

  function toGroup({ severity, code, title, count, problems }: ProblemGroup): StripGroup {
    const items = problems.map((problem) => {
      listed.push(problem);
      return { id: listed.length - 1, message: problem.message, place: source.placeOf(problem.span) };
    });
    return { severity, code, title, count, items };
  }
}

/** Says in one line how much data a file holds and how many references are left over, which is as it should be. */
const toldInLine = new Set(["raw-array", "reference-and-values"]);

function isListed({ severity, code }: ProblemGroup): boolean {
  return !(severity === "hint" && toldInLine.has(code));
}

function tipOf({ counts }: Check, canEdit: boolean): StripTip | undefined {
  const hints = (code: string): number =>
    counts.find((each) => each.code === code && each.severity === "hint")?.count ?? 0;
  const arrays = hints("raw-array");
  const leftOver = hints("reference-and-values");
  if (arrays + leftOver === 0) return undefined;
  const parts = [
    ...(arrays === 0 ? [] : [`${formatCount(arrays, "array")} of data in the file`]),
    ...(leftOver === 0 ? [] : [`${formatCount(leftOver, "reference")} left over`]),
  ];
  const text = parts.join(", ");
  if (!canEdit) return { text };
  return leftOver > 0
    ? { text, action: { id: "importExport", label: "Import Chart Studio Export…" } }
    : { text, action: { id: "moveArrays", label: "Move to a Grid…" } };
}
