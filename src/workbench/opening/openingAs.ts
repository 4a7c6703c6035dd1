import { ConfigurationTarget, window, workspace } from "vscode";
import { figureFileGlobs } from "../../manifest.ts";

const setting = "editorAssociations";

/**
 * Whether figure files open as texts. Lists of places, such as the Problems panel and Search, then lead to them; VS Code
 * tells a drawing nothing of the place that it was opened for.
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
      ? "This workspace has a setting of its own, workbench.editorAssociations, which goes before yours."
      : kind === "text"
        ? "Figure files open as texts from now on; Preview Figure draws them beside."
        : "Figure files open as drawings from now on.",
  );
}
