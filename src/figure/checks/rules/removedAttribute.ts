import { formatPath } from "../../model/path.ts";
import { type Fix, type TextEdit } from "../../model/fix.ts";
import { removal } from "../../text/structure/removal.ts";
import { isBlank } from "../values/emptyValue.ts";
import { hadTextTitle, type OlderAttribute, olderAttribute, TEXT_TITLE } from "../../schema/olderAttributes.ts";
import { type FigureNode, member, pathOf } from "../../text/structure/structure.ts";
import type { PlacedAttribute } from "../rule/placedAttributes.ts";
import type { Rule } from "../rule/rule.ts";

/**
 * Finds attributes that Plotly dropped. The preview brings such figures up to date in memory; other pages draw without
 * them.
 */
export const removedAttribute: Rule = {
  code: "removed-attribute",
  severity: "warning",
  title: "An attribute of older Plotly, which Plotly.js no longer has.",
  visit:
    ({ text }) =>
    (placed) => {
      const older = removedFrom(placed);
      if (older === undefined) return undefined;
      const { node } = placed;
      return {
        code: "removed-attribute",
        severity: older.idle === true ? "information" : "warning",
        span: node.key?.span ?? node.span,
        message: older.message,
        related: [],
        fixes: fixesOf(node, older, text),
      };
    },
};

/** What is known of a member that Plotly dropped, or of a title that is a text; undefined for every other member. */
export function removedFrom({ node, attribute, schemaPath }: PlacedAttribute): OlderAttribute | undefined {
  const name = node.key?.name ?? "";
  // What is empty has nothing to be brought up to date.
  if (isBlank(node)) return undefined;
  if (attribute !== undefined && name !== "title") return undefined;
  const path = schemaPath.slice(0, -name.length - 1);
  if (attribute === undefined) return olderAttribute(withoutNumbers(path), name);
  if (attribute.kind !== "container") return undefined;
  if (node.kind !== "string" && node.kind !== "number") return undefined;
  return hadTextTitle(withoutNumbers(path))
    ? { name, at: /^/, message: TEXT_TITLE, now: ["title", "text"] }
    : undefined;
}

/** A path as the schema has it, without the numbers of `layout.xaxis2` and `layout.scene3.zaxis`. */
export function withoutNumbers(path: string): string {
  return path.startsWith("layout.") ? path.replaceAll(/(?<=[a-z])\d+(?=\.|$)/g, "") : path;
}

function fixesOf(node: FigureNode, { idle, now, name }: OlderAttribute, text: string): Fix[] {
  const { parent, key } = node;
  if (parent === undefined || key === undefined || node.kind === "missing") return [];
  if (idle === true && now === undefined)
    return [{ title: `Remove \`${name}\``, edits: [removal(node)], preferred: true }];
  const [first, second] = now ?? [];
  if (first === undefined) return [];
  const title = `Change to \`${formatPath([...pathOf(parent), ...(now ?? [])])}\``;
  const edits = second === undefined ? renamed(node, first) : moved(node, first, second, text);
  return edits === undefined ? [] : [{ title, edits, preferred: true }];
}

function renamed(node: FigureNode, name: string): TextEdit[] | undefined {
  const { parent, key } = node;
  if (parent === undefined || key === undefined) return undefined;
  // What stands there under today's name is what counts.
  if (member(parent, name) !== undefined) return [removal(node)];
  return [{ span: key.span, text: JSON.stringify(name) }];
}

/** Into a container beside it: `titlefont` into `title`, whatever that is so far. */
function moved(node: FigureNode, container: string, name: string, text: string): TextEdit[] | undefined {
  const { parent, key, span } = node;
  if (parent === undefined || key === undefined) return undefined;
  const target = key.name === container ? node : member(parent, container);
  const put = `${JSON.stringify(name)}: `;
  if (target === node) return around(node, `{${put}`, "}");
  if (target === undefined)
    return [{ span: key.span, text: JSON.stringify(container) }, ...around(node, `{${put}`, "}")];
  const value = text.slice(span.start, span.end);
  const remove = removal(node);
  if (target.kind === "string" || target.kind === "number")
    return inOrder([...around(target, '{"text": ', `, ${put}${value}}`), remove]);
  if (target.kind !== "object" || target.opaque) return undefined;
  if (member(target, name) !== undefined) return [remove];
  const last = target.children.at(-1);
  const at = last === undefined ? target.span.start + 1 : last.span.end;
  const insertion = { span: { start: at, end: at }, text: `${last === undefined ? "" : ", "}${put}${value}` };
  return inOrder([insertion, remove]);
}

function around({ span }: FigureNode, before: string, behind: string): TextEdit[] {
  return [
    { span: { start: span.start, end: span.start }, text: before },
    { span: { start: span.end, end: span.end }, text: behind },
  ];
}

/** Those that touch are one. */
function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (last === undefined || last.span.end < edit.span.start) result.push(edit);
    else
      result[result.length - 1] = { span: { start: last.span.start, end: edit.span.end }, text: last.text + edit.text };
  }
  return result;
}
