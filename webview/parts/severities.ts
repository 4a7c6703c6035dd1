import type { StripGroup } from "../../src/protocol.ts";
import { formatCount } from "../../src/figure/model/counts.ts";

/** The codicon and the noun of each severity. */
export const severities = {
  error: { icon: "error", noun: "error" },
  warning: { icon: "warning", noun: "warning" },
  information: { icon: "info", noun: "info" },
  hint: { icon: "lightbulb", noun: "hint" },
} as const;

/** The gravest first. */
export const bySeverity = [
  "error",
  "warning",
  "information",
  "hint",
] as const satisfies readonly StripGroup["severity"][];

/** Counts problems in words: "3 errors, 2 infos". */
export function countProblems(groups: readonly Pick<StripGroup, "severity" | "count">[]): string {
  const counts = bySeverity.flatMap((severity) => {
    const { noun } = severities[severity];
    const count = groups.reduce((sum, group) => (group.severity === severity ? sum + group.count : sum), 0);
    return count === 0 ? [] : [formatCount(count, noun)];
  });
  return counts.length === 0 ? "No problems" : counts.join(", ");
}
