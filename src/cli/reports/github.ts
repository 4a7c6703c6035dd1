import type { Severity } from "../../figure/model/problem.ts";
import type { FileReport } from "./fileReport.ts";

const levels: Record<Severity, string> = { error: "error", warning: "warning", information: "notice", hint: "notice" };

/** Writes a workflow command for each problem, which GitHub Actions shows at its line. */
export function githubReport(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ path, problems, failure }) => {
    const file = property(path.replaceAll("\\", "/"));
    const found = problems.map(({ severity, code, message, region }) => {
      const { line, column, endLine, endColumn } = region;
      // GitHub takes columns only within one line.
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : "";
      const place = `file=${file},line=${line},endLine=${endLine}${columns}`;
      return `::${levels[severity]} ${place},title=${property(code)}::${data(message)}`;
    });
    return failure === undefined ? found : [`::error file=${file}::${data(failure)}`];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
