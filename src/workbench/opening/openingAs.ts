import { ConfigurationTarget, window, workspace } from "vscode";
import { figureFileGlobs } from "../../manifest.ts";

const setting = "editorAssociations";

/**
 * Chooses whether figure files open as texts or as drawings. As texts, a click in the Problems panel or in Search leads to
 * the place. A drawing does not learn from VS Code which place it was opened for.
 */
export async function openFiguresAs(kind: "text" | "drawing"): Promise<void> {
  const configuration = workspace.getConfiguration("workbench");
  const inspected = configuration.inspect<Record<string, string>>(setting);
  const others = Object.entries(inspected?.globalValue ?? {}).filter(([glob]) => !figureFileGlobs.includes(glob));
  const own = kind === "text" ? figureFileGlobs.map((glob) => [glob, "default"] as const) : [];
  const value = Object.fromEntries([...others, ...own]);
  const isEmpty = Object.keys(value).length === 0;
  await configuration.update(setting, isEmpty ? undefined : value, ConfigurationTarget.Global);
  const hiding = figureFileGlobs.some((glob) => inspected?.workspaceValue?.[glob] !== undefined);
  void window.showInformationMessage(
    hiding
      ? "Nothing changes here: this workspace sets workbench.editorAssociations itself, which overrides your setting."
      : kind === "text"
        ? "Figure files open as text from now on. Preview Figure shows the drawing beside the text."
        : "Figure files open as drawings from now on.",
  );
}
