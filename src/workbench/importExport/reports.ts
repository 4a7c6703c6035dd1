import { commands, type Disposable, Uri, window, workspace } from "vscode";
import { reportScheme } from "../../manifest.ts";

/** Reports as read-only documents that nobody is asked to save. Those of this session stay. */
export class Reports implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: Disposable;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(reportScheme, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.path) ?? "This report was of an earlier session.\n",
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** Opens a Markdown text, as VS Code draws it where it can. */
  async show(title: string, markdown: string): Promise<Uri> {
    const path = `/${this.#texts.size + 1}/${title}.md`;
    this.#texts.set(path, markdown);
    const uri = Uri.from({ scheme: reportScheme, path });
    try {
      await commands.executeCommand("markdown.showPreview", uri);
    } catch {
      // VS Code's Markdown support may be turned off.
      await window.showTextDocument(uri);
    }
    return uri;
  }
}
