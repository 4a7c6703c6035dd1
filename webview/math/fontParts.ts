/**
 * The parts of the font that ship beside what is always loaded: all that commands of LaTeX reach, and Latin letters with
 * accents. Built from `svg/dynamic` of the font.
 */
export const fontParts: readonly string[] = [
  "accents",
  "arrows",
  "calligraphic",
  "double-struck",
  "fraktur",
  "latin",
  "latin-b",
  "latin-i",
  "math",
  "monospace",
  "mshapes",
  "sans-serif",
  "script",
  "shapes",
  "symbols",
  "variants",
];
