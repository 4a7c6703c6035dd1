import {
  CodeLens,
  commands,
  Disposable,
  env,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { commands as commandIds, scriptScheme } from "../../manifest.ts";
import { type ApiAccess, scriptDocument, scriptsFor, stoppedDocument } from "./scripts.ts";

/** The read-only page with lines for scripts. It shows the API key, so it lives in memory only, and not beyond a restart. */
export class ScriptPage implements Disposable {
  readonly #uri = Uri.from({ scheme: scriptScheme, path: "Connect a Script.md" });
  readonly #changed = new EventEmitter<Uri>();
  readonly #registrations: Disposable;
  #access: ApiAccess | undefined;

  constructor() {
    this.#registrations = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(scriptScheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => (this.#access === undefined ? stoppedDocument : scriptDocument(this.#access)),
      }),
      languages.registerCodeLensProvider(
        { scheme: scriptScheme },
        { provideCodeLenses: (document) => this.#lenses(document) },
      ),
      commands.registerCommand(commandIds.copyScript, (language: unknown) => this.#copy(language)),
    );
  }

  /** Shows other lines when the API server has another address, or says that it stopped. */
  follow(access: ApiAccess | undefined): void {
    if (access?.url === this.#access?.url) return;
    this.#access = access;
    this.#changed.fire(this.#uri);
  }

  async show(access: ApiAccess): Promise<void> {
    this.follow(access);
    const document = await workspace.openTextDocument(this.#uri);
    await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.Active });
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  /** Puts "Copy" above each block of lines. */
  #lenses(document: TextDocument): CodeLens[] {
    if (this.#access === undefined) return [];
    const text = document.getText();
    return scriptsFor(this.#access).flatMap(({ fence, language }) => {
      const at = text.indexOf(`\`\`\`${fence}\n`);
      if (at === -1) return [];
      const { line } = document.positionAt(at);
      return new CodeLens(new Range(line, 0, line, 0), {
        title: "$(copy) Copy",
        tooltip: "Copy these lines. They hold your API key.",
        command: commandIds.copyScript,
        arguments: [language],
      });
    });
  }

  async #copy(language: unknown): Promise<void> {
    const script = this.#access && scriptsFor(this.#access).find((each) => each.language === language);
    if (script === undefined) return;
    await env.clipboard.writeText(script.lines);
    window.setStatusBarMessage("$(check) Copied, with your API key", 4000);
  }
}
