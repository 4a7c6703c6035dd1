import { formatEdits } from "../../../../src/figure/format/formatText.ts";
import { layoutOf, usualWidth } from "../../../../src/figure/format/layout.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";

/** The text in its new layout. */
export function formatted(text: string, width = usualWidth): string {
  return applyEdits(text, finished(formatEdits(text, layoutOf(text, width))));
}

/** The text without the white space between its tokens. */
export function bare(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, "$1");
}
