/** A text in double quotes, or in single ones where that needs fewer backslashes, as black and prettier write it. */
export function quoted(text: string): string {
  const written = JSON.stringify(text);
  if (count(text, '"') <= count(text, "'")) return written;
  return `'${written.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++;
  return found;
}

/** A finite number: `1e21`, `-0.5`. */
export function numeral(value: number): string {
  return String(value).replace("e+", "e");
}
