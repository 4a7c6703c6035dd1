import { styleText } from "node:util";
import type { Severity } from "../../figure/model/problem.ts";
import type { FileReport } from "./fileReport.ts";
import { formatCount, formatNumber } from "../../figure/model/counts.ts";

const colours = { error: "red", warning: "yellow", information: "blue", hint: "gray" } as const;

/** Writes the report for people: the problems below their file, and a summary. */
export function textReport(reports: readonly FileReport[], colour: boolean): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const blocks = reports
    .filter(({ problems, fixed }) => problems.length > 0 || fixed > 0)
    .map(({ path, problems, total, fixed }) => {
      const places = problems.map(({ region }) => `${region.line}:${region.column}`);
      const width = Math.max(0, ...places.map((place) => place.length));
      const levels = Math.max(0, ...problems.map(({ severity }) => severity.length));
      const lines = problems.map(({ severity, message, code }, index) => {
        const place = (places[index] ?? "").padStart(width);
        return `  ${place}  ${style(colours[severity], severity.padEnd(levels))}  ${message} ${style("gray", `(${code})`)}`;
      });
      if (total > problems.length)
        lines.push(`  These are the gravest ${formatCount(problems.length, "problem")} of ${formatNumber(total)}.`);
      if (fixed > 0) lines.push(`  ${formatCount(fixed, "problem")} mended.`);
      return `${style("underline", path)}\n${lines.join("\n")}\n`;
    });
  return [...blocks, `${summary(reports)}\n`].join("\n");
}

function summary(reports: readonly FileReport[]): string {
  const total = reports.reduce((sum, report) => sum + report.total, 0);
  const checked = reports.filter(({ failure }) => failure === undefined);
  const failed = reports.length - checked.length;
  const unchecked = failed === 0 ? "" : ` ${formatCount(failed, "file")} could not be checked.`;
  if (total === 0) return `No problems in ${formatCount(checked.length, "file")}.${unchecked}`;
  const problems = reports.flatMap((report) => report.problems);
  const of = (wanted: Severity, word: string): string[] => {
    const found = problems.filter(({ severity }) => severity === wanted).length;
    return found === 0 ? [] : [formatCount(found, word)];
  };
  const kinds = [
    ...of("error", "error"),
    ...of("warning", "warning"),
    ...of("information", "note"),
    ...of("hint", "hint"),
  ];
  const files = reports.filter((report) => report.total > 0).length;
  const fixable = problems.filter((problem) => problem.fixable).length;
  const mend = fixable === 0 ? "" : ` ${fixable} can be mended with --fix.`;
  return `${formatCount(total, "problem")} (${kinds.join(", ")}) in ${files} of ${formatCount(checked.length, "file")}.${mend}${unchecked}`;
}
