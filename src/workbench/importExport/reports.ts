import { commands, type Disposable, Uri, window, workspace } from "vscode";
import { reportScheme } from "../../manifest.ts";

/** Shows reports as read-only documents, which VS Code does not ask to save. They stay for the session. */
export class Reports implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: Disposable;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(reportScheme, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.path) ?? "This report belongs to an earlier session.\n",
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** Opens a Markdown text, drawn where VS Code can do so. */
  async show(title: string, markdown: string): Promise<Uri> {
    const path = `/${this.#texts.size + 1}/${title}.md`;
    this.#texts.set(path, markdown);
    const uri = Uri.from({ scheme: reportScheme, path });
    try {
      await commands.executeCommand("markdown.showPreview", uri);
    } catch {
      // VS Code's Markdown support may be switched off.
      await window.showTextDocument(uri);
    }
    return uri;
  }
}
