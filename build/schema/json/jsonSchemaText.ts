import type { JsonSchema } from "./jsonSchemaNode.ts";

/**
 * A description of Plotly's schema as JSON Schema has it. Plotly marks code with backticks, texts with stars and types
 * with braces; what has such marks becomes Markdown, everything else stays as it is.
 */
export function describe(text: string): Pick<JsonSchema, "description" | "markdownDescription"> {
  const plain = withoutBraces(text);
  if (!/[`*]/.test(plain)) return { description: plain };
  return { markdownDescription: markdown(plain) };
}

/** A description with Plotly's marks of code and texts, and without those of types. */
export function withoutBraces(text: string): string {
  return readEntities(text)
    .replaceAll(/\{(array|object|string|number|boolean|integer)(s?)\}/g, "$1$2")
    .trim();
}

/** The same in Markdown whatever it holds. */
export function markdown(text: string): string {
  // Odd pieces stand between backticks.
  const pieces = readEntities(text).split("`");
  return pieces
    .map((piece, index) => (index % 2 === 1 && index < pieces.length - 1 ? `\`${piece}\`` : prose(piece)))
    .join("");
}

function prose(piece: string): string {
  // Texts are short and have no space at their ends: "2 * x and 3 * y" are none.
  return piece
    .split(/(\*(?=\S)[^*]{1,40}?(?<=\S)\*(?!\w))/)
    .map((part, index) =>
      index % 2 === 1 ? `\`"${part.slice(1, -1)}"\`` : part.replaceAll(/[\\*_<>[\]]/g, (mark) => `\\${mark}`),
    )
    .join("");
}

const entities: { readonly [name: string]: string | undefined } = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function readEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (entities[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
