/** As plotly.js finds a formula in a text: the first part between dollars. */
const enclosed = /^([^$]*)(\$+[^$]*\$+)([^]*)$/;

/** A command, a power or an index makes a text between dollars a formula; without one it may be two prices. */
const signs = /\\[A-Za-z,;:!> {}|]|\^|(?<![A-Za-z]{3})_\S/;

/** A formula in a text that plotly.js draws. */
export interface Formula {
  /** The LaTeX without its dollars. */
  readonly tex: string;
  /** The offset of `tex` in the text. */
  readonly start: number;
  /** There are words beside it, which plotly.js leaves out where it draws formulas. */
  readonly hasWords: boolean;
}

/**
 * The formula in a text: all of it is LaTeX between dollars, or a part of it can be nothing else. Undefined for all
 * other texts, such as "from $5 to $10".
 */
export function formulaOf(text: string): Formula | undefined {
  if (!text.includes("$")) return undefined;
  const [, before = "", part = "", after = ""] = enclosed.exec(text) ?? [];
  const tex = part.replaceAll(/^\$+|\$+$/g, "");
  if (tex.trim() === "") return undefined;
  const hasWords = before.trim() !== "" || after.trim() !== "";
  if (hasWords && !looksLikeTex(tex)) return undefined;
  return { tex, start: before.length + part.indexOf(tex), hasWords };
}

/** Whether the text can only be LaTeX. */
export const looksLikeTex = (text: string): boolean => signs.test(text);
