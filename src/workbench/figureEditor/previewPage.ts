import { strictTraceTypes } from "../../figure/schema/strictTraceTypes.ts";
import type { ThemeChoice } from "../../protocol.ts";

/** The addresses that the page loads, each as `webview.asWebviewUri` gives it, as text. */
export interface PreviewPageParts {
  readonly cspSource: string;
  /** At least 128 random bits in base64 or hex, new for each page. */
  readonly nonce: string;
  /** The page's own script and style sheet: `dist/preview.js`, `dist/preview.css`. */
  readonly script: string;
  readonly style: string;
  /** `plotly.min.js`, and `plotly-strict.min.js` for the trace types that need eval in the first. */
  readonly plotly: string;
  readonly plotlyStrict: string;
  /** The folder of the scripts with the outlines of countries, without a slash at its end. */
  readonly topojson: string;
  /** The script with the outlines of icons on maps. */
  readonly mapIcons: string;
  /** The script that draws formulas. Beside it is a folder `fonts`. */
  readonly math: string;
  readonly theme: ThemeChoice;
  /** Whether the figure has a trace type that needs the strict build, which then loads at once. */
  readonly likelyStrict?: boolean;
  /** The name of the file, for screen readers. */
  readonly title?: string;
}

/** Whether these traces need the strict build. This is a guess to start loading early; the page decides itself. */
export const likelyStrict = (traceTypes: readonly string[]): boolean =>
  traceTypes.some((type) => strictTraceTypes.has(type));

/**
 * Writes the preview's HTML. Its policy allows only the extension's scripts and styles, and no network: `img-src` and
 * `font-src` allow data, `worker-src` allows the blob from which maps start their worker.
 */
export function previewPage(parts: PreviewPageParts): string {
  const { cspSource, nonce, script, style, plotly, plotlyStrict, topojson, mapIcons, math, theme, title } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${cspSource}`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource} data:`,
    "worker-src blob:",
  ].join("; ");
  const data = {
    "data-plotly": plotly,
    "data-plotly-strict": plotlyStrict,
    "data-topojson": topojson,
    "data-map-icons": mapIcons,
    "data-math": math,
    "data-theme": theme,
    ...(parts.likelyStrict === true ? { "data-likely-strict": "" } : {}),
    "data-vscode-context": JSON.stringify({ webviewSection: "drawing", preventDefaultContextMenuItems: true }),
  };
  const attributes = Object.entries(data).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title ?? "Preview of the figure")}</title>
  <link rel="stylesheet" href="${escapeHtml(style)}">
  <script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}" defer></script>
</head>
<body ${attributes.join(" ")}>
</body>
</html>
`;
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
