import { type FigurePath, formatPath } from "../../model/path.ts";
import type { GridFacts } from "../../model/grid.ts";
import type { Outline, SrcReference } from "../../text/outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { FigureProblem, Severity } from "../../model/problem.ts";
import { parseSrc, type SrcSelector, srcSpans } from "../../references/srcReference.ts";
import type { Rule } from "../rule/rule.ts";

/** Columns of a grid that a sentence names. */
const MOST_COLUMNS = 5;

const FORM = 'A reference is owner:number:column, such as "jane:12:c0ffee".';

/** Checks the grammar of a reference by the file alone, and the rest as far as the grids are known. */
export const brokenReference: Rule = {
  code: "broken-reference",
  severity: "error",
  title: "A reference to a grid's column that leads nowhere.",
  check: ({ outline, grids, bound }) => checkReferences(outline, grids, { bound }),
};

/**
 * The references that the drawing, or the server that will get the figure, depends on. In a file, a reference beside
 * values is only a leftover, wherever it leads; another rule reports those.
 */
export function neededReferences(outline: Outline, bound: boolean): readonly SrcReference[] {
  return outline.references.filter(({ takesData, partner }) => takesData && (bound || partner === undefined));
}

/** The fids of the grids that must be known to check the figure's references, each once, in the order of the text. */
export function referencedGrids(outline: Outline, bound: boolean): string[] {
  const fids = new Set<string>();
  for (const { text } of neededReferences(outline, bound)) {
    const selector = text === undefined ? undefined : parseSrc(text);
    if (selector !== undefined) fids.add(selector.fid);
  }
  return [...fids];
}

/**
 * Finds references that lead nowhere, in the order of the text. References to a grid that `facts` does not contain, or
 * whose state is unknown, are not reported.
 */
export function checkReferences(
  outline: Outline,
  facts: ReadonlyMap<string, GridFacts>,
  options: { readonly bound: boolean } = { bound: false },
): FigureProblem[] {
  const problems: FigureProblem[] = [];
  const say = (reference: SrcReference, severity: Severity, span: Span, message: string): void => {
    const { partner, path } = reference;
    const values = formatPath([...path.slice(0, -1), attributeName(path)]);
    const related =
      partner === undefined
        ? []
        : [{ span: partner, message: `\`${values}\`, which the reference stands for, is here.` }];
    problems.push({ code: "broken-reference", severity, span, message, related });
  };
  for (const reference of neededReferences(outline, options.bound)) {
    const { text, value, path, kind } = reference;
    const key = `\`${formatPath(path)}\``;
    if (kind === "null" || (text === "" && !options.bound)) continue;
    if (text === undefined) {
      say(reference, "error", value, `${key} must be a text. ${FORM}`);
      continue;
    }
    const selector = parseSrc(text);
    if (selector === undefined) {
      say(reference, "error", value, `${key} is no reference to a grid: ${malformed(text)}. ${FORM}`);
      continue;
    }
    const grid = facts.get(selector.fid);
    if (grid === undefined || grid.state === "unknown") continue;
    const fid = partOf(reference, srcSpans(selector).fid);
    if (grid.state === "readable") {
      for (const [span, message] of unknownColumns(selector, grid))
        say(reference, "error", partOf(reference, span), message);
    } else if (grid.state === "missing") {
      say(
        reference,
        "error",
        fid,
        `There is no grid \`${selector.fid}\` that you may read: it was deleted, it is private, or its name is misspelt.`,
      );
    } else if (grid.state === "not-a-grid") {
      say(
        reference,
        "error",
        fid,
        `\`${selector.fid}\` is no grid but a file of type ${grid.filetype}. Refer to the grid that holds the values.`,
      );
    } else {
      say(
        reference,
        options.bound ? "error" : "warning",
        fid,
        `You may not read the grid \`${selector.fid}\`: ${key} is drawn without its values. Ask its owner to share it.`,
      );
    }
  }
  return problems;
}

function unknownColumns(
  selector: SrcSelector,
  grid: GridFacts & { readonly state: "readable" },
): (readonly [Span, string])[] {
  const known = new Set(grid.columns.map(({ uid }) => uid));
  const spans = srcSpans(selector).uids;
  return selector.uids.flatMap((uid, number) => {
    const span = spans[number];
    if (known.has(uid) || span === undefined) return [];
    return [[span, `The grid \`${selector.fid}\` has no column \`${uid}\`. ${columnList(grid.columns)}`] as const];
  });
}

function columnList(columns: readonly { readonly uid: string; readonly name: string }[]): string {
  if (columns.length === 0) return "It has no columns.";
  const named = columns.slice(0, MOST_COLUMNS).map(({ uid, name }) => `${uid} (${name})`);
  const more = columns.length - named.length;
  const list = more > 0 ? [...named, `${more} more`] : named;
  const last = list.pop() ?? "";
  return `It has ${list.length === 0 ? last : `${list.join(", ")} and ${last}`}.`;
}

/** `x` for `data[0].xsrc`. */
export function attributeName(path: FigurePath): string {
  return String(path.at(-1)).slice(0, -"src".length);
}

function malformed(text: string): string {
  if (text.trim() === "") return "it is empty";
  if (text !== text.trim() || /\s/.test(text)) return "it holds white space";
  const parts = text.split(":");
  if (parts.length === 1) return "it has no colons";
  if (parts.length === 2) return `the second colon and the column are missing`;
  if (parts.length > 3) return "it has more than two colons";
  if (parts[0] === "") return "the owner is missing";
  if (!/^\d+$/.test(parts[1] ?? "")) return `\`${parts[1] ?? ""}\` is not the number of a file`;
  return `\`${parts[2] ?? ""}\` names no columns`;
}

/** A part of the reference's text in the file; all of it where escapes make the two differ. */
function partOf({ text, value }: SrcReference, part: Span): Span {
  if (text === undefined || value.end - value.start !== text.length + 2) return value;
  return { start: value.start + 1 + part.start, end: value.start + 1 + part.end };
}
