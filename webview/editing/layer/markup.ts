export type Mark = "b" | "i" | "sub" | "sup" | "a";

/** A text as Plotly has it, with a line for each `<br>`. */
export const toLines = (markup: string): string => markup.replaceAll(/<br\s*\/?>/gi, "\n");

/** Lines as Plotly takes them. */
export const toMarkup = (lines: string): string => lines.replaceAll(/\r?\n/g, "<br>");

/**
 * Puts a mark around a part of a text, or takes it off where it stands around just that part. `text` takes the part's
 * place; `from` and `to` say what to select in the new text then.
 */
export function marked(
  value: string,
  start: number,
  end: number,
  mark: Mark,
): { readonly text: string; readonly from: number; readonly to: number } {
  const part = value.slice(start, end);
  const open = mark === "a" ? '<a href="https://">' : `<${mark}>`;
  const close = `</${mark}>`;
  if (mark !== "a" && part.startsWith(open) && part.endsWith(close)) {
    const text = part.slice(open.length, -close.length);
    return { text, from: start, to: start + text.length };
  }
  const text = `${open}${part}${close}`;
  // Where a link leads to is written first.
  if (mark === "a") return { text, from: start + open.length - 2, to: start + open.length - 2 };
  if (part === "") return { text, from: start + open.length, to: start + open.length };
  return { text, from: start, to: start + text.length };
}
