import { commands, type Disposable, type TextDocument, type Uri, workspace } from "vscode";
import type { FigurePath } from "../../figure/model/path.ts";
import { commands as commandIds } from "../../manifest.ts";
import type { FromWebview, ToWebview, ViewKind } from "../../protocol.ts";
import { openDocument } from "../figures/figureDocuments.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import type { Outlines } from "../figures/outlines.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { KeptEdits } from "../keptEdits/keptEdits.ts";
import { missingNews } from "../keptEdits/missingNews.ts";
import { readSetting } from "../settings.ts";
import { editsOf } from "./actEdits.ts";
import { BothWays } from "./bothWays.ts";
import type { EditedFigures } from "./editedFigures.ts";
import { askWhatToKeep } from "./keepView.ts";
import { obstacleToEditing } from "./obstacle.ts";
import { OwnVersions } from "./ownVersions.ts";
import { workspaceTemplates } from "./workspaceTemplates.ts";
import { changedMeanwhile, writeEdits } from "./writeEdits.ts";

export interface HandEditParts {
  readonly edited: EditedFigures;
  readonly documents: FigureDocuments;
  readonly outlines: Outlines;
  readonly kept: KeptEdits;
  /** Puts the editor of the text in the place of that of the bytes. */
  beginText(uri: Uri): Promise<void>;
}

type Edit = Extract<FromWebview, { type: "edit" }>;
type Act = Extract<FromWebview, { type: "act" }>;
type EditingMessage = Extract<FromWebview, { type: "editing" | "edit" | "act" | "selected" | "add" | "keepView" }>;

/** What is edited on one drawing: it goes into the text that is drawn, one edit after the other. */
export class PageEdits implements Disposable {
  readonly #source: FigureSource;
  readonly #parts: HandEditParts;
  readonly #post: (message: ToWebview) => void;
  readonly #store = new DisposableStore();
  readonly #own = new OwnVersions();
  readonly #bothWays: BothWays;
  #writing: Promise<void> = Promise.resolve();

  constructor(source: FigureSource, parts: HandEditParts, post: (message: ToWebview) => void) {
    this.#source = source;
    this.#parts = parts;
    this.#post = post;
    const key = source.uri.toString();
    this.#store.add(
      parts.edited.onDidChange((uri) => {
        if (uri.toString() === key) this.tell();
      }),
    );
    this.#store.add(
      source.onDidChange(() => {
        if (!source.isText && openDocument(source.uri) === undefined) parts.kept.fileChanged(source.uri);
      }),
    );
    this.#store.add(parts.kept.onDidChange((uri) => uri.toString() === key && void this.tellMissing()));
    this.#bothWays = this.#store.add(
      new BothWays(source.uri, parts.outlines, (path: FigurePath) => {
        if (this.#isOn) post({ type: "select", path });
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  get #isOn(): boolean {
    return this.#source.isText && this.#parts.edited.has(this.#source.uri);
  }

  /** Tells the page whether the figure is edited. */
  tell(): void {
    this.#post({ type: "editing", on: this.#isOn });
    if (this.#isOn) void this.#tellTemplates();
  }

  async #tellTemplates(): Promise<void> {
    const templates = await workspaceTemplates();
    if (templates.length > 0 && !this.#store.disposed) this.#post({ type: "templates", templates });
  }

  /** Tells the page which earlier edits the figure has lost, or has them made again where the settings say so. */
  async tellMissing(): Promise<void> {
    const { uri } = this.#source;
    const missing = await this.#parts.kept.missing(uri);
    if (this.#store.disposed) return;
    if (missing !== undefined && missing.applied.length > 0 && readSetting("handEdits.applyAgain", uri))
      void commands.executeCommand(commandIds.applyHandEdits, uri);
    else this.#post(missingNews(missing));
  }

  /** The person wants the figure to keep their view: the page says in what it differs. */
  askForView(): void {
    this.#post({ type: "keepView" });
  }

  handle(message: EditingMessage): void {
    if (message.type === "selected") void this.#bothWays.reveal(message.paths[0]);
    else if (message.type === "add")
      void commands.executeCommand(commandIds.addTrace, this.#source.uri, { edits: message.edits, axes: message.axes });
    else if (message.type === "editing") void this.switch(message.on);
    else if (message.type === "keepView") void this.#keepView(message.kinds);
    // What is done second comes after what was done first.
    else this.#writing = this.#writing.then(() => this.#write(message));
  }

  /** The person wants to edit on the drawing, or no longer. */
  async switch(on: boolean): Promise<void> {
    const { edited } = this.#parts;
    const { uri, isText } = this.#source;
    const obstacle = on ? await obstacleToEditing(this.#source) : undefined;
    if (obstacle !== undefined) {
      this.#post({ type: "editing", on: false, ...obstacle });
      return;
    }
    edited.set(uri, on);
    if (on && !isText) await this.#parts.beginText(uri);
  }

  async #keepView(differs: readonly ViewKind[]): Promise<void> {
    const obstacle = differs.length === 0 ? undefined : await obstacleToEditing(this.#source);
    if (obstacle !== undefined) {
      this.#post({ type: "editing", on: this.#isOn, ...obstacle });
      return;
    }
    const kinds = await askWhatToKeep(differs);
    if (kinds !== undefined) this.#post({ type: "keepView", kinds });
  }

  async #write({ id, version, ...change }: Edit | Act): Promise<void> {
    const { uri } = this.#source;
    const error = await this.#written(version, change).catch(() => "The text could not be changed.");
    const document = openDocument(uri);
    this.#post({
      type: "edited",
      id,
      ...(error === undefined ? { version: document?.version } : { error }),
    });
    // The drawing need not wait for more of this.
    if (error === undefined && document !== undefined) this.#parts.documents.settleNow(document);
  }

  async #written(
    made: number,
    change: Pick<Edit, "type" | "edits"> | Pick<Act, "type" | "act">,
  ): Promise<string | undefined> {
    const document: TextDocument = await workspace.openTextDocument(this.#source.uri);
    const before = document.version;
    // Where the bytes are drawn, they have versions of their own.
    const { isText, version } = this.#source;
    const isMeant = isText ? this.#own.holds(made, before) : made === version;
    if (!isMeant) return changedMeanwhile;
    const edits = change.type === "edit" ? change.edits : await editsOf(document, change.act, this.#parts.outlines);
    if (typeof edits === "string") return edits;
    const error = await writeEdits(document, edits, this.#parts);
    if (error === undefined && document.version !== before) this.#own.changed(before, document.version);
    return error;
  }
}
