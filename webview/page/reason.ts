/** Why something could not be drawn, as a sentence. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === "string" ? error : "plotly.js gave no reason.";
  if (text.includes("Content Security Policy")) {
    return "These traces together need a part of plotly.js that runs generated code, which the preview does not allow.";
  }
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
