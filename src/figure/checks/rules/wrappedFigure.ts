import { type Json } from "../../model/figure.ts";
import { type FigurePath, formatPath } from "../../model/path.ts";
import type { Fix, TextEdit } from "../../model/fix.ts";
import type { FigureWithin, Outline } from "../../text/outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { Rule } from "../rule/rule.ts";

const WHOLE = "Make It the Whole File";

/** As many figures of one file are offered to be the whole of it. */
const MOST_OFFERED = 10;

/**
 * Finds a figure inside a larger file. The preview draws it from there, but other readers of figures do not find it.
 */
export const wrappedFigure: Rule = {
  code: "wrapped-figure",
  severity: "warning",
  title: "The figure is a part of the file, or a text in it, and not the whole file.",
  check: ({ outline, text }) => {
    const { within } = outline;
    if (within === undefined) return [];
    const problem = { code: "wrapped-figure", severity: "warning", span: within.mark, related: [] } as const;
    return [{ ...problem, message: wrapping(outline), fixes: text === "" ? [] : fixesOf(text, outline, within) }];
  },
};

/** A sentence that says where the figure is and what to do. */
export function wrapping({ within, members }: Outline): string {
  if (within === undefined) return "";
  if (within.how === "parts") {
    const texts = ["data", "layout", "frames"].filter((key) => members.get(key)?.kind === "string");
    const names = texts.map((key) => `\`${key}\``).join(" and ");
    return `The value of ${names} is a text that is JSON itself. The preview draws what it contains, which no other reader of figures does. Write it without the quotes.`;
  }
  if (within.how === "text" && within.path.length === 0)
    return "This text is itself JSON: the figure was written as JSON twice, as json.dump(fig.to_json()) does. The preview draws the figure in it. Write it once, with fig.write_json.";
  const more = within.others.length;
  const others =
    more === 0
      ? ""
      : ` ${more === 1 ? "One more figure is" : `${more} more figures are`} in this file; the first is drawn.`;
  const inText = within.how === "text" ? ", in a text that is JSON itself" : "";
  const [only] = within.path;
  const path = within.path.length === 1 && typeof only === "string" ? only : formatPath(within.path);
  const place = `The figure is in \`${path}\`${writerOf(within.path)}${inText}.`;
  return `${place} The preview draws it from there, but other readers of figures do not find it. Make it the whole file.${others}`;
}

/** Who writes figures so, where that is known. */
function writerOf(path: FigurePath): string {
  const last = path.at(-1);
  if (typeof last === "string" && /^application\/(?:vnd\.plotly\.v\d\+)?json$/.test(last))
    return path.length > 1 ? ", an output of a notebook" : ", as notebooks hold what they show";
  if (last === "x" && path.length === 1) return ", as R's htmlwidgets write it";
  if (last === "figure" && path.at(-2) === "props") return ", as Dash holds it";
  return "";
}

function fixesOf(text: string, { members }: Outline, within: FigureWithin): Fix[] {
  if (within.how === "parts") {
    const edits = ["data", "layout", "frames"].flatMap((key): TextEdit[] => {
      const member = members.get(key);
      return member?.kind === "string" ? [{ span: member.value, text: unpacked(text, member.value) }] : [];
    });
    return [{ title: "Write It without the Quotes", edits, preferred: true }];
  }
  if (within.how === "text")
    return [
      {
        title: WHOLE,
        edits: [{ span: within.root, text: unpacked(text, within.span) }],
        preferred: within.isAlone,
      },
    ];
  const others = within.others.slice(0, MOST_OFFERED).map(({ path, span }): Fix => ({
    title: `Make \`${formatPath(path)}\` the Whole File`,
    edits: around(within.root, span),
    preferred: false,
  }));
  return [{ title: WHOLE, edits: around(within.root, within.span), preferred: within.isAlone }, ...others];
}

/** What is around a value goes. */
function around(root: Span, span: Span): TextEdit[] {
  return [
    { span: { start: root.start, end: span.start }, text: "" },
    { span: { start: span.end, end: root.end }, text: "" },
  ].filter(({ span: { start, end } }) => start < end);
}

/** What a text that is JSON holds, however often it was written as JSON. */
function unpacked(text: string, { start, end }: Span): string {
  let held = text.slice(start, end);
  while (held.trimStart().startsWith('"')) {
    const inner = JSON.parse(held) as Json;
    if (typeof inner !== "string") break;
    held = inner;
  }
  return held.trim();
}
