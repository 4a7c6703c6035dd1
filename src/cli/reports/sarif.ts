import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Severity } from "../../figure/model/problem.ts";
import { rules } from "../../figure/checks/rules/rules.ts";
import { standardInput } from "../files/figureFiles.ts";
import type { FileReport, Region } from "./fileReport.ts";
import { version } from "../program/version.ts";

const levels: Record<Severity, string> = { error: "error", warning: "warning", information: "note", hint: "note" };
const home = "https://github.com/plot-files/plot-files";

/** Writes SARIF 2.1.0 (OASIS), which code scanning services read. */
export function sarifReport(reports: readonly FileReport[]): string {
  const indices = new Map<string, number>(rules.map(({ code }, index) => [code, index]));
  const results = reports.flatMap(({ path, problems }) =>
    problems.map(({ code, severity, message, region, related }) => ({
      ruleId: code,
      ...(indices.has(code) && { ruleIndex: indices.get(code) }),
      level: levels[severity],
      message: { text: message },
      locations: [location(path, region)],
      ...(related.length > 0 && {
        relatedLocations: related.map((each, id) => ({
          id,
          ...location(path, each.region),
          message: { text: each.message },
        })),
      }),
    })),
  );
  const failures = reports.filter(({ failure }) => failure !== undefined);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "plot-files",
            semanticVersion: version,
            informationUri: home,
            rules: rules.map(({ code, title, severity }) => ({
              id: code,
              shortDescription: { text: title },
              helpUri: `${home}/blob/main/PROBLEMS.md#${code}`,
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map(({ path, failure = "" }) => ({
              level: "error",
              message: { text: failure },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function location(path: string, { line, column, endLine, endColumn }: Region) {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } };
}

/** The file's address from the working directory, as the services expect it in a checkout. */
function uriOf(path: string): string {
  if (path === standardInput) return "stdin.plotly.json";
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll("\\", "/").replace(/^\.\//, "").split("/").map(encodeURIComponent).join("/");
}
