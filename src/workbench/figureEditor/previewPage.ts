import type { EnginePart } from "../../figure/schema/engineParts.ts";
import type { ThemeChoice } from "../../protocol.ts";
import { toBase64 } from "../treeItems/base64.ts";
import type { HandedPicture, Handover } from "./handover.ts";

/** The addresses that the page loads, each as `webview.asWebviewUri` gives it, as text. */
export interface PreviewPageParts {
  readonly cspSource: string;
  /** At least 128 random bits in base64 or hex, new for each page. */
  readonly nonce: string;
  /** The page's own script and style sheet: `dist/preview.js`, `dist/preview.css`. */
  readonly script: string;
  readonly style: string;
  /** The folder of the engine's parts, without a slash at its end. */
  readonly engine: string;
  /** The parts that come along with the page, since the figure is likely to need them. The page asks for any others. */
  readonly engineParts: readonly EnginePart[];
  /** The folder of the scripts with the outlines of countries, without a slash at its end. */
  readonly topojson: string;
  /** The script with the outlines of icons on maps. */
  readonly mapIcons: string;
  /** The script that draws formulas. Beside it is a folder `fonts`. */
  readonly math: string;
  /** The script of the inspector. Beside it are its style sheet and its reference. */
  readonly inspector: string;
  readonly theme: ThemeChoice;
  /** What the page before showed, in whose place this one comes. */
  readonly before?: Handover;
  /** The name of the file, for screen readers. */
  readonly title?: string;
}

/**
 * Writes the preview's HTML. Its policy allows only the extension's scripts and styles, and no network: `img-src` and
 * `font-src` allow data, `worker-src` allows the blob from which maps start their worker.
 */
export function previewPage(parts: PreviewPageParts): string {
  const {
    cspSource,
    nonce,
    script,
    style,
    engine,
    engineParts,
    topojson,
    mapIcons,
    math,
    inspector,
    theme,
    before,
    title,
  } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${cspSource}`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource} data:`,
    "worker-src blob:",
  ].join("; ");
  const data = {
    "data-engine": engine,
    "data-topojson": topojson,
    "data-map-icons": mapIcons,
    "data-math": math,
    "data-inspector": inspector,
    "data-theme": theme,
    ...(before === undefined ? {} : { "data-kept": before.kept }),
    "data-vscode-context": JSON.stringify({ webviewSection: "drawing", preventDefaultContextMenuItems: true }),
  };
  const attributes = Object.entries(data).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  // They come at the same time as the page's own script, and run after it, in this order.
  const scripts = engineParts.map(
    (part) =>
      `<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(engine)}/${part}.js" data-part="${part}" defer></script>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title ?? "Preview of the figure")}</title>
  <link rel="stylesheet" href="${escapeHtml(style)}">
  <script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}" defer></script>
  ${scripts.join("\n  ")}
</head>
<body ${attributes.join(" ")}>${before?.picture === undefined ? "" : pictureTag(before.picture)}
</body>
</html>
`;
}

/** The last drawing, so that nothing flashes until the page has drawn itself. */
function pictureTag({ png, left, top, width, height }: HandedPicture): string {
  const place = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  return `<img class="before" alt="" style="position:fixed;${place}" src="data:image/png;base64,${toBase64(png)}">`;
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
