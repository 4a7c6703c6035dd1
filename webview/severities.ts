import type { StripItem } from "../src/protocol.ts";

/** Codicon and noun of each. */
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
] as const satisfies readonly StripItem["severity"][];

/** "3 errors, 2 infos and 40 more". */
export function countProblems(items: readonly Pick<StripItem, "severity">[], more: number): string {
  const counts = bySeverity.flatMap((severity) => {
    const { noun } = severities[severity];
    const count = items.filter((item) => item.severity === severity).length;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"}`];
  });
  if (counts.length === 0) return more > 0 ? `${more} problems` : "No problems";
  return counts.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
