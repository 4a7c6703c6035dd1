/**
 * A sentence for a place that shows text as it is, where backticks around a name would be read as letters: the Problems
 * panel, light bulbs, notifications, tooltips.
 */
export function plainWords(sentence: string): string {
  return sentence.replace(/`([^`]*)`/g, "“$1”");
}
