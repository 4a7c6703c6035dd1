import { CodeAction, type CodeActionKind, type TextDocument } from "vscode";
import type { TextEdit } from "../../figure/model/fix.ts";

/** An action whose edits are worked out and tried when it is chosen. */
export class LazyAction extends CodeAction {
  /** Works out the edits. Undefined where there are none, which the person is told, or where they gave up. */
  readonly work: () => readonly TextEdit[] | Promise<readonly TextEdit[] | undefined>;
  readonly document: TextDocument;
  readonly version: number;

  constructor(title: string, kind: CodeActionKind, document: TextDocument, work: LazyAction["work"]) {
    super(title, kind);
    this.work = work;
    this.document = document;
    this.version = document.version;
  }
}
