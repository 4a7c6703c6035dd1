import { Range } from "vscode";
import type { LinePlaces } from "../figure/text/outline/linePlaces.ts";
import type { Span } from "../figure/model/span.ts";

/** A span as VS Code takes it, of a text that is no document. */
export function textRange(places: LinePlaces, { start, end }: Span): Range {
  const [from, to] = [places.at(start), places.at(end)];
  return new Range(from.line, from.character, to.line, to.character);
}
