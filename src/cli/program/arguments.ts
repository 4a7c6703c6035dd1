import { parseArgs } from "node:util";
import { type WrittenFor, writtenFors } from "../../figure/migrate/defaults/defaults.ts";
import { leastWidth, usualWidth } from "../../figure/format/layout.ts";
import { type Severity, severities } from "../../figure/model/problem.ts";
import { CommandFailure } from "./failure.ts";
import { type CodeLanguage, codeLanguages } from "../../figure/code/figureCode.ts";
import { type CommandName, commandUsage, usage } from "./usage.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

export const formats = ["text", "json", "sarif", "github"] as const;
export type ReportFormat = (typeof formats)[number];

export interface CheckArguments {
  readonly command: "check";
  readonly files: readonly string[];
  readonly format: ReportFormat;
  /** The lowest severity that is told and counts. */
  readonly severity: Severity;
  readonly fix: boolean;
  readonly server: string | undefined;
}

export interface MigrateArguments {
  readonly command: "migrate";
  readonly files: readonly string[];
  /** Whether files stay as they are, and the command only tells which it would change. */
  readonly check: boolean;
  /** Which Plotly's defaults are used where a figure does not show which Plotly it was written for. */
  readonly defaults: WrittenFor;
}

export interface FormatArguments {
  readonly command: "format";
  readonly files: readonly string[];
  /** Whether files stay as they are, and the command only tells which it would change. */
  readonly check: boolean;
  /** The most characters of a line. */
  readonly width: number;
}

export interface EditsArguments {
  readonly command: "edits";
  readonly file: string;
  /** The file of edits; undefined for the one beside the figure. */
  readonly edits: string | undefined;
  /** Whether the file stays as it is, and the command only tells what it would do. */
  readonly dryRun: boolean;
  /** Whether edits are made though others cannot be. */
  readonly partial: boolean;
}

export interface InlineArguments {
  readonly command: "inline";
  readonly files: readonly string[];
  readonly server: string;
}

export interface CodeArguments {
  readonly command: "code";
  readonly file: string;
  readonly language: CodeLanguage;
}

export type CommandArguments =
  | CheckArguments
  | MigrateArguments
  | FormatArguments
  | EditsArguments
  | InlineArguments
  | CodeArguments
  | { readonly command: "help"; readonly text: string }
  | { readonly command: "version" };

/** Reads what was typed behind `plot-files`. Throws a CommandFailure where that makes no sense. */
export function readArguments(typed: readonly string[]): CommandArguments {
  const [first, ...rest] = typed;
  if (first === undefined) throw new CommandFailure(`Say what to do.\n\n${usage}`);
  if (first === "--help" || first === "-h" || first === "help") {
    const topic = rest[0];
    return { command: "help", text: topic !== undefined && isCommand(topic) ? commandUsage[topic] : usage };
  }
  if (first === "--version" || first === "-v") return { command: "version" };
  if (!isCommand(first)) throw new CommandFailure(`There is no command ${first}.\n\n${usage}`);
  const { values, positionals: files } = parse(first, rest);
  if (values.help === true) return { command: "help", text: commandUsage[first] };
  if (files.length === 0) throw new CommandFailure(`Say which files: ${nextLine(first)}`);
  const { server } = values;
  switch (first) {
    case "check": {
      const { fix = false } = values;
      if (fix && files.includes("-")) {
        throw new CommandFailure("The standard input (-) cannot be mended in place. Name a file, or leave out --fix.");
      }
      const format = chosen("--format", values.format ?? "text", formats);
      const severity = chosen("--severity", values.severity ?? "warning", severities);
      return { command: first, files, format, severity, fix, server };
    }
    case "migrate": {
      const defaults = chosen("--defaults", values.defaults ?? "newest", writtenFors);
      return { command: first, files, check: values.check ?? false, defaults };
    }
    case "format":
      return { command: first, files, check: values.check ?? false, width: widthOf(values.width) };
    case "code": {
      const [file = "", ...more] = files;
      if (more.length > 0) throw new CommandFailure("Name one file: its code goes to the standard output.");
      if (values.language === undefined) throw new CommandFailure(`Say which language: ${nextLine(first)}`);
      return { command: first, file, language: chosen("--language", values.language, codeLanguages) };
    }
    case "edits": {
      const [act, file, ...more] = files;
      if (act !== "apply" || file === undefined || more.length > 0)
        throw new CommandFailure(`Say what to do with which figure: ${nextLine(first)}`);
      const { edits, partial = false } = values;
      if (file === "-" && edits === undefined)
        throw new CommandFailure("Say with --edits which edits are of the standard input (-).");
      return { command: first, file, edits, dryRun: values["dry-run"] ?? false, partial };
    }
    default:
      if (server === undefined) throw new CommandFailure(`Say which server has the grids: ${nextLine(first)}`);
      return { command: first, files, server };
  }
}

interface Values {
  readonly help?: boolean;
  readonly format?: string;
  readonly severity?: string;
  readonly fix?: boolean;
  readonly server?: string;
  readonly check?: boolean;
  readonly defaults?: string;
  readonly language?: string;
  readonly width?: string;
  readonly edits?: string;
  readonly "dry-run"?: boolean;
  readonly partial?: boolean;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const help = { type: "boolean", short: "h" } as const;
const options = {
  check: { help, format: text, severity: text, fix: flag, server: text },
  migrate: { help, check: flag, defaults: text },
  format: { help, check: flag, width: text },
  edits: { help, edits: text, "dry-run": flag, partial: flag },
  inline: { help, server: text },
  code: { help, language: text },
} as const;

function parse(command: CommandName, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const parsed = parseArgs({ args: [...args], options: options[command], allowPositionals: true });
    return { values: parsed.values as Values, positionals: parsed.positionals };
  } catch (error) {
    const message = messageOf(error);
    throw new CommandFailure(`${message}\n\n${commandUsage[command]}`);
  }
}

function chosen<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new CommandFailure(`${option} does not take "${value}". Give one of ${choices.join(", ")}.`);
}

function widthOf(value: string | undefined): number {
  if (value === undefined) return usualWidth;
  const width = Number(value);
  if (/^\d+$/.test(value) && width >= leastWidth) return width;
  throw new CommandFailure(`--width does not take "${value}". Give a number of characters, ${leastWidth} or more.`);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandUsage, name);
}

function nextLine(command: CommandName): string {
  return commandUsage[command].split("\n")[0]?.replace("Usage: ", "") ?? "";
}
