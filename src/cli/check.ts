import { checkFigure, gravest, PROBLEM_LIMIT } from "../figure/checks/check.ts";
import { fixFileInSteps } from "../figure/fixes/fixFile.ts";
import { readFigureText } from "../figure/text/structure/figureText.ts";
import { withSafeFixes } from "../figure/fixes/fixesOf.ts";
import { gridsOf, inlinableReferences } from "../figure/fixes/inlineText.ts";
import type { GridFacts } from "../figure/model/grid.ts";
import { severities } from "../figure/model/problem.ts";
import type { RuleSettings } from "../figure/checks/ruleSettings.ts";
import { finished } from "../figure/text/steps/slices.ts";
import type { CheckArguments } from "./program/arguments.ts";
import { CommandFailure } from "./program/failure.ts";
import { findFiles } from "./files/figureFiles.ts";
import { fileProblem, type FileReport, Lines } from "./reports/fileReport.ts";
import type { Output } from "./program/output.ts";
import { report } from "./reports/report.ts";
import { NearestRules } from "./files/ruleFile.ts";
import { GridServer } from "./server.ts";
import { nameOf, readText, writeText } from "./files/textFile.ts";

/** Runs `plot-files check`, and gives its exit code. */
export async function checkCommand(args: CheckArguments, output: Output): Promise<number> {
  const files = findFiles(args.files);
  const rules = new NearestRules();
  const server =
    args.server === undefined ? undefined : new GridServer(args.server, (sentence) => output.warn(sentence));
  const reports: FileReport[] = [];
  for (const path of files) {
    try {
      reports.push(await checkFile(path, args, rules.rulesFor(path), server, output));
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      reports.push({ path, problems: [], total: 0, fixed: 0, failure: error.message });
    }
  }
  output.write(report(reports, args.format, output.colour));
  const failures = reports.flatMap(({ failure }) => failure ?? []);
  for (const failure of failures) output.warn(failure);
  if (failures.length > 0) return 2;
  return reports.some(({ total }) => total > 0) ? 1 : 0;
}

async function checkFile(
  path: string,
  { fix, severity }: CheckArguments,
  rules: RuleSettings,
  server: GridServer | undefined,
  output: Output,
): Promise<FileReport> {
  const original = await readText(path);
  let text = original;
  let fixed = 0;
  if (fix) {
    const mended = finished(fixFileInSteps(original, rules));
    text = mended.text;
    fixed = mended.count;
    for (const reason of mended.refused) output.warn(`${nameOf(path)}: ${reason}`);
    if (text !== original) writeText(path, text);
  }
  const references = server === undefined ? [] : gridsOf(inlinableReferences(readFigureText(text).outline));
  const grids = await server?.facts(references);
  const found = problemsOf(text, rules, grids);
  const least = severities.indexOf(severity);
  const told = found.problems.filter((problem) => severities.indexOf(problem.severity) <= least);
  // The problems that were left out are no graver than the last of these.
  const total = told.length < found.problems.length ? told.length : found.total;
  const lines = new Lines(text);
  const problems = gravest(told, PROBLEM_LIMIT).map((problem) => fileProblem(problem, lines));
  return { path, problems, total, fixed };
}

function problemsOf(text: string, rules: RuleSettings, grids?: ReadonlyMap<string, GridFacts>) {
  const file = readFigureText(text);
  const found = checkFigure(file, { bound: false, rules, ...(grids !== undefined && { grids }) });
  return { problems: finished(withSafeFixes(file, found.problems)), total: found.total };
}
