/** A text as Plotly draws it, such as a title, without its tags and on one line: "Boats<br><b>in port</b>" is "Boats in port". */
export function plainText(text: string): string {
  return text
    .replaceAll(/<br\s*\/?>/gi, " ")
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
