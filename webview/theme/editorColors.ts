import type { EditorColors } from "./colors.ts";

/** Reads VS Code's variables from the page. One that is not set has the value of the default theme. */
export function readEditorColors(): EditorColors {
  const style = getComputedStyle(document.documentElement);
  const kind = readKind(document.body.classList);
  const light = kind === "light" || kind === "high-contrast-light";
  const variable = (name: string, otherwise: string): string =>
    style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const background = variable("editor-background", light ? "#ffffff" : "#1f1f1f");
  const foreground = variable("editor-foreground", light ? "#3b3b3b" : "#cccccc");
  return {
    kind,
    background,
    foreground,
    muted: variable("descriptionForeground", foreground),
    raised: variable("editorWidget-background", background),
    border: variable("contrastBorder", variable("widget-border", light ? "#e5e5e5" : "#454545")),
    accent: variable("focusBorder", "#0078d4"),
    fontFamily: variable("font-family", "sans-serif"),
  };
}

function readKind(classes: DOMTokenList): EditorColors["kind"] {
  if (classes.contains("vscode-high-contrast-light")) return "high-contrast-light";
  if (classes.contains("vscode-high-contrast")) return "high-contrast";
  return classes.contains("vscode-light") ? "light" : "dark";
}

/** Calls back once for each change of VS Code's theme, after all its variables are set. */
export function onThemeChange(changed: () => void): void {
  let due = 0;
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(changed);
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
}
