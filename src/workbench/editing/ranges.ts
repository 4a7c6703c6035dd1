import { Range, type TextDocument } from "vscode";
import type { LinePlaces } from "../../figure/text/outline/linePlaces.ts";
import type { Span } from "../../figure/model/span.ts";

/** A span of a document as VS Code's range. */
export function toRange(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** A span of a text that is no document, as VS Code's range. */
export function textRange(places: LinePlaces, { start, end }: Span): Range {
  const [from, to] = [places.at(start), places.at(end)];
  return new Range(from.line, from.character, to.line, to.character);
}
