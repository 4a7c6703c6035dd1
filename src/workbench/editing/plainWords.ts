/**
 * Turns backticks around names into quotation marks. Use it for places that do not read Markdown: the Problems panel, light
 * bulbs, notifications, tooltips.
 */
export function plainWords(sentence: string): string {
  return sentence.replace(/`([^`]*)`/g, "“$1”");
}
