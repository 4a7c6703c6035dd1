import { formatPath, type FigurePath } from "../model/path.ts";
import type { Fix } from "../model/fix.ts";
import type { DataArray } from "../text/outline/outline.ts";
import type { FigureProblem } from "../model/problem.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { nodeAround, nodeAt, pathOf } from "../text/structure/structure.ts";
import { migratePart, migrateText } from "./migrateText.ts";
import { pythonToJsonInSteps } from "../text/python/pythonToJson.ts";
import { TreeEdits } from "./tree/treeEdits.ts";
import { toPlainLists } from "./arrayEncoding.ts";

/**
 * Above this many characters, fixes that must read the whole figure are not computed along with others; there are
 * commands for them.
 */
export const MOST_BY_THE_WAY = 1_000_000;

export const ALL_NULL = "Replace every NaN and Infinity with `null`";

/** All fixes of a problem: those that its rule found, and those that take more work than a check may. */
export function fixesOf(file: FigureText, problem: FigureProblem): readonly Fix[] {
  const own = problem.fixes ?? [];
  const isLong = file.text.length > MOST_BY_THE_WAY;
  switch (problem.code) {
    case "non-finite-number":
      return [...own, ...nullFix(file, problem)];
    case "older-spelling":
      // Those without a fix of their own take the rest of the figure.
      return isLong || own.length > 0 ? own : wholeMigration(file);
    case "removed-attribute":
    case "unknown-trace-type":
      return isLong ? own : [...own, ...migrations(file, problem)];
    case "typed-array":
    case "raw-array":
      return [...own, ...plainFix(file, problem)];
    case "reference-and-values":
      return isLong || problem.severity !== "hint" ? own : [...own, ...allLeftOver(file)];
    default:
      return own;
  }
}

/** The same problems with every safe fix, for `fixAll`. Works in steps. */
export function* withSafeFixes(
  file: FigureText,
  problems: readonly FigureProblem[],
): Generator<unknown, FigureProblem[]> {
  const isLong = file.text.length > MOST_BY_THE_WAY;
  let nulls: Fix[] | undefined;
  const safe: FigureProblem[] = [];
  for (const problem of problems) {
    if (problem.code === "python-dict" && isLong) safe.push({ ...problem, fixes: yield* pythonFix(file) });
    else if (problem.code !== "non-finite-number") safe.push(problem);
    else {
      // Only the first few are told of; all go at once, with the first of them, where the rest of the text allows it.
      const isFirst = nulls === undefined;
      nulls ??= yield* allNullFix(file);
      const fixes = nulls.length === 0 ? nullFix(file, problem) : isFirst ? nulls : [];
      safe.push({ ...problem, fixes });
    }
  }
  return safe;
}

function* pythonFix(file: FigureText): Generator<unknown, Fix[]> {
  const converted = yield* pythonToJsonInSteps(file.text);
  return converted.ok ? [{ title: "Convert the Python dict to JSON", edits: converted.edits, preferred: true }] : [];
}

function nullFix({ text }: FigureText, { span }: FigureProblem): Fix[] {
  const word = text.slice(span.start, span.end);
  return [{ title: `Replace \`${word}\` with \`null\``, edits: [{ span, text: "null" }], preferred: true }];
}

/** Empty where the text has other faults than that. */
function* allNullFix(file: FigureText): Generator<unknown, Fix[]> {
  const converted = yield* pythonToJsonInSteps(file.text);
  if (!converted.ok || converted.edits.length === 0) return [];
  return [{ title: ALL_NULL, edits: converted.edits, preferred: true }];
}

function migrations(file: FigureText, { span, code }: FigureProblem): Fix[] {
  const node = nodeAround(file.structure, span.start);
  const path: FigurePath = node === undefined ? [] : pathOf(node).slice(0, -1);
  const part = path.length === 0 ? undefined : migratePart(file, path);
  const whole = wholeMigration(file);
  // An unknown type is one of older Plotly only where a migration says so.
  if (part === undefined) return code === "removed-attribute" ? whole : [];
  return [{ title: `Bring \`${formatPath(path)}\` up to date`, edits: part.edits, preferred: false }, ...whole];
}

function wholeMigration(file: FigureText): Fix[] {
  const whole = migrateText(file);
  return whole === undefined ? [] : [{ title: "Bring the figure up to date", edits: whole.edits, preferred: false }];
}

/** Empty where there is one alone. The values stay, all of them. */
function allLeftOver(file: FigureText): Fix[] {
  const leftOver = file.outline.references.filter(
    ({ partner, kind, text }) => partner !== undefined && kind !== "null" && text !== "",
  );
  if (leftOver.length < 2 || file.outline.syntax.length > 0) return [];
  const tree = new TreeEdits(file);
  for (const { path } of leftOver) {
    const node = nodeAt(file.structure, path);
    if (node !== undefined) tree.remove(node);
  }
  const title = `Remove all ${leftOver.length} references left over, keep the values`;
  return [{ title, edits: tree.edits(), preferred: false }];
}

function plainFix(file: FigureText, { span }: FigureProblem): Fix[] {
  const array = arrayAt(file, span.start);
  if (array?.encoding !== "base64") return [];
  const { edits } = toPlainLists(file, [array]);
  return edits.length === 0 ? [] : [{ title: "Write as a list of numbers", edits, preferred: false }];
}

/** The array of data whose key or value contains `offset`. */
export function arrayAt({ outline }: FigureText, offset: number): DataArray | undefined {
  return outline.arrays.find(({ key, value }) => key.start <= offset && offset <= value.end);
}
