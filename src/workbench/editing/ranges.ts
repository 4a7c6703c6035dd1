import { Range, type TextDocument } from "vscode";
import type { LinePlaces } from "../../figure/text/outline/linePlaces.ts";
import type { Span } from "../../figure/model/span.ts";

/** A span of a document as VS Code takes it. */
export function toRange(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** A span as VS Code takes it, of a text that is no document. */
export function textRange(places: LinePlaces, { start, end }: Span): Range {
  const [from, to] = [places.at(start), places.at(end)];
  return new Range(from.line, from.character, to.line, to.character);
}
