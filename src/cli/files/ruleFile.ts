import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { formatPath } from "../../figure/model/path.ts";
import {
  parseRuleFile,
  type RuleFile,
  ruleFileName,
  type RuleSettings,
  rulesOfFile,
} from "../../figure/checks/ruleSettings.ts";
import { CommandFailure, fileFailure } from "../program/failure.ts";
import { standardInput } from "./figureFiles.ts";

interface Nearest {
  readonly folder: string;
  readonly file: Extract<RuleFile, { ok: true }>;
}

/** Reads the nearest `.plotfilesrc.json` in a figure's folder or above it, each file once. */
export class NearestRules {
  readonly #folders = new Map<string, Nearest | undefined>();

  /** The settings for a figure. Throws a CommandFailure where the file has a mistake, since its rules would have no effect. */
  rulesFor(figure: string): RuleSettings {
    const path = figure === standardInput ? undefined : resolve(figure);
    const nearest = this.#above(path === undefined ? process.cwd() : dirname(path));
    if (nearest === undefined) return {};
    const below = path === undefined ? "" : relative(nearest.folder, path).split(sep).join("/");
    return rulesOfFile(nearest.file, below);
  }

  #above(folder: string): Nearest | undefined {
    if (this.#folders.has(folder)) return this.#folders.get(folder);
    const parent = dirname(folder);
    const file = readRules(join(folder, ruleFileName));
    const nearest = file === undefined ? (parent === folder ? undefined : this.#above(parent)) : { folder, file };
    this.#folders.set(folder, nearest);
    return nearest;
  }
}

/** Reads a rule file; undefined where there is none. */
function readRules(path: string): Nearest["file"] | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw fileFailure(path, "read", error);
  }
  const parsed = parseRuleFile(text);
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map((fault) =>
    `\n  ${formatPath(fault.path)}: ${fault.message}`.replace(/^\n {2}: /, "\n  "),
  );
  throw new CommandFailure(`${path} sets no rules until it is mended:${faults.join("")}`);
}
