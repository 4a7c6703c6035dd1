import { type Disposable, extensions, type TextDocument, workspace } from "vscode";
import { figureLanguage } from "../../manifest.ts";

/** Has VS Code's JSON support begin with the first figure: it serves figures too, but VS Code starts it for JSON alone. */
export function startJsonSupport(): Disposable {
  const look = ({ languageId }: TextDocument): void => {
    if (languageId !== figureLanguage) return;
    void extensions.getExtension("vscode.json-language-features")?.activate();
  };
  workspace.textDocuments.forEach(look);
  return workspace.onDidOpenTextDocument(look);
}
