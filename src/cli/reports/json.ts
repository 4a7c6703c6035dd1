import type { FileReport } from "./fileReport.ts";

/**
 * Writes the report for programs: `{version: 1, files: [{path, problems, total, fixed, failure?}]}`. Lines and columns count
 * from 1, columns in UTF-16 units. Ends are exclusive.
 */
export function jsonReport(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, problems, total, fixed, failure }) => ({
    path,
    problems: problems.map(({ region, related, ...problem }) => ({
      ...problem,
      ...region,
      related: related.map(({ message, region: place }) => ({ message, ...place })),
    })),
    total,
    fixed,
    ...(failure !== undefined && { failure }),
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}
