import * as z from "zod/mini";
import type { FigureProblem, ProblemCode, Severity } from "../model/problem.ts";
import { severities } from "../model/problem.ts";
import { rules } from "./rules/rules.ts";

export type RuleLevel = Severity | "off";

/** The level of each rule that a person has set. */
export type RuleSettings = { readonly [code in ProblemCode]?: RuleLevel };

export const ruleLevels: readonly RuleLevel[] = ["off", ...severities];

/** The name of the file that sets the rules for all figures in its folder and below. */
export const ruleFileName = ".plotfilesrc.json";

export interface RuleFileFault {
  /** The place in the file: `["rules", "raw-array"]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type RuleFile =
  | {
      readonly ok: true;
      readonly rules: RuleSettings;
      /** The settings of single figures, by their path from the file's folder, with slashes. */
      readonly files: ReadonlyMap<string, RuleSettings>;
    }
  | { readonly ok: false; readonly faults: readonly RuleFileFault[] };

const codes = new Set<string>(rules.map(({ code }) => code));
const levels = `"off", ${severities.map((severity) => `"${severity}"`).join(", ")}`;

const ruleRecord = (name: string) =>
  z.record(
    z
      .string()
      .check(z.refine((code) => codes.has(code), { error: ({ input }) => `There is no rule \`${String(input)}\`.` })),
    z.enum(["off", "error", "warning", "information", "hint"], { error: `A rule takes one of ${levels}.` }),
    { error: `${name} must be an object such as {"raw-array": "off"}.` },
  );

const ruleFile = z.strictObject({
  $schema: z.optional(z.string({ error: "`$schema` must be a text." })),
  rules: z.optional(ruleRecord("`rules`")),
  files: z.optional(
    z.record(z.string(), ruleRecord("What is set for a file"), {
      error: '`files` must be an object such as {"boats.plotly.json": {"raw-array": "off"}}.',
    }),
  ),
});

/** Reads the text of a `.plotfilesrc.json`. A file with any mistake sets nothing. */
export function parseRuleFile(text: string): RuleFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { ok: false, faults: [{ path: [], message: `This is not JSON: ${(error as Error).message}.` }] };
  }
  const parsed = ruleFile.safeParse(value);
  if (parsed.success) {
    const { rules: own = {}, files = {} } = parsed.data;
    return { ok: true, rules: own, files: new Map(Object.entries(files)) };
  }
  return { ok: false, faults: parsed.error.issues.flatMap(faultsOf) };
}

/** The settings of a `.plotfilesrc.json` for the figure at `path`, relative to the file's folder. */
export function rulesOfFile({ rules: all, files }: Extract<RuleFile, { ok: true }>, path: string): RuleSettings {
  return mergeRuleSettings(all, files.get(path) ?? {});
}

/** Switches a rule off in the text of a correct `.plotfilesrc.json`: for one figure, or for all of its folder. */
export function withRuleOff(text: string, code: ProblemCode, path: string | undefined): string {
  const file = JSON.parse(text.replace(/^\uFEFF/, "")) as {
    rules?: Record<string, string>;
    files?: Record<string, Record<string, string>>;
  };
  if (path === undefined) file.rules = { ...file.rules, [code]: "off" };
  else file.files = { ...file.files, [path]: { ...file.files?.[path], [code]: "off" } };
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  return `${JSON.stringify(file, null, indent)}\n`;
}

/** Reads a value from VS Code's settings; leaves out what is no rule or no level. */
export function readRuleSettings(value: unknown): RuleSettings {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([code, level]) => codes.has(code) && ruleLevels.includes(level)));
}

/** Merges settings; later ones override earlier ones. */
export function mergeRuleSettings(...layers: readonly RuleSettings[]): RuleSettings {
  return Object.assign({}, ...layers) as RuleSettings;
}

/** The problem with the severity that its rule is set to; undefined where the rule is off. */
export function withSeverity(problem: FigureProblem, settings: RuleSettings): FigureProblem | undefined {
  const level = settings[problem.code] ?? problem.severity;
  if (level === "off") return undefined;
  return level === problem.severity ? problem : { ...problem, severity: level };
}

function faultsOf(issue: z.core.$ZodIssue): RuleFileFault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: `There is no setting \`${key}\`.` }));
  if (issue.code === "invalid_key") return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  if (path.length === 0) return [{ path, message: 'This must be an object such as {"rules": {"raw-array": "off"}}.' }];
  return [{ path, message: issue.message }];
}
