import type { ReportFormat } from "../program/arguments.ts";
import type { FileReport } from "./fileReport.ts";
import { githubReport } from "./github.ts";
import { jsonReport } from "./json.ts";
import { sarifReport } from "./sarif.ts";
import { textReport } from "./text.ts";

/** Writes what was found in the format that the person or tool asked for. */
export function report(reports: readonly FileReport[], format: ReportFormat, colour: boolean): string {
  switch (format) {
    case "text":
      return textReport(reports, colour);
    case "json":
      return jsonReport(reports);
    case "sarif":
      return sarifReport(reports);
    default:
      return githubReport(reports);
  }
}
