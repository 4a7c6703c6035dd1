import { formatPath } from "../../model/path.ts";
import type { Fix } from "../../model/fix.ts";
import { type Formula, formulaOf } from "../formulas/formula.ts";
import type { Span } from "../../model/span.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { decodeString } from "../../text/source/strings.ts";
import { pathOf } from "../../text/structure/structure.ts";
import { texMistake } from "../formulas/texMistake.ts";
import type { Rule } from "../rule/rule.ts";

/** Attributes that are drawn as texts, or whose values are drawn beside an axis. */
const drawn =
  /^(?:text|name|label|labels|ticktext|title|x|y|texttemplate|tickprefix|ticksuffix|prefix|suffix|categoryarray)$/;
/** Lists of texts are looked through up to here, in characters. */
const farthest = 1_000_000;

/** Finds LaTeX between dollars that cannot be typeset, or that has words beside it, which are then not drawn. */
export const formula: Rule = {
  code: "formula",
  severity: "warning",
  title: "A formula (LaTeX between dollars) with a mistake, or with words beside it, which are not drawn.",
  visit:
    ({ text }) =>
    ({ node, attribute }) => {
      const name = node.key?.name ?? "";
      if (attribute?.kind !== "attribute" || !drawn.test(name)) return undefined;
      if (node.kind !== "string" && node.kind !== "array") return undefined;
      const { start, end } = node.span;
      const written = text.slice(start, Math.min(end, start + farthest));
      if (!written.includes("$")) return undefined;
      const what = formatPath(pathOf(node));
      for (const { 0: literal, index } of written.matchAll(/"(?:[^"\\]|\\[^])*"/g)) {
        if (!literal.includes("$")) continue;
        const at = start + index;
        const problem = problemOf(text, { start: at, end: at + literal.length }, what);
        if (problem !== undefined) return problem;
      }
      return undefined;
    },
};

function problemOf(text: string, span: Span, what: string): FigureProblem | undefined {
  const value = decodeString(text, span.start, span.end);
  const found = formulaOf(value);
  if (found === undefined || found.tex.includes("%{")) return undefined;
  const mistake = texMistake(found.tex);
  if (mistake !== undefined) {
    const place = {
      start: placeOf(text, span, found.start + mistake.start),
      end: placeOf(text, span, found.start + mistake.end),
    };
    const message = `The formula in \`${what}\` cannot be typeset: ${mistake.message}.`;
    return { code: "formula", severity: "warning", span: place, message, related: [] };
  }
  if (!found.hasWords) return undefined;
  const message = `Where Plotly.js draws formulas, it draws only the formula of \`${what}\` and leaves out the words beside it. Put them into it, as \`\\text{…}\`.`;
  return { code: "formula", severity: "warning", span, message, related: [], fixes: wordsInside(value, span) };
}

/** Where a character of a string's value stands in the text: most backslashes of LaTeX are written twice. */
function placeOf(text: string, { start, end }: Span, index: number): number {
  let at = start + 1;
  for (let left = index; left > 0 && at < end - 1; left--) at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2;
  return at;
}

/** No fix where words hold what is a sign of LaTeX, or tags. */
function wordsInside(value: string, span: Span): Fix[] {
  const parts = value.split(/\$+/);
  const isWord = (index: number): boolean => index % 2 === 0;
  if (parts.length % 2 === 0 || parts.some((part, i) => isWord(i) && /[\\{}%_&#^~<]/.test(part))) return [];
  const whole = parts.map((part, i) => (isWord(i) ? part && `\\text{${part}}` : part)).join("");
  const formulaAlone: Formula | undefined = formulaOf(`$${whole}$`);
  if (formulaAlone === undefined || texMistake(whole) !== undefined) return [];
  const edits = [{ span, text: JSON.stringify(`$${whole}$`) }];
  return [{ title: "Put the words into the formula", edits, preferred: true }];
}
