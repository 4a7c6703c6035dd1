import {
  CodeLens,
  commands,
  Disposable,
  languages,
  Range,
  Selection,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { AROUND, type FilePart, filePart, type Place } from "../../figure/data/stream/filePart.ts";
import { commands as commandIds, partScheme } from "../../manifest.ts";
import { messageOf } from "../../figure/model/messageOf.ts";
import { fileName } from "../editing/names.ts";
import { showText } from "../editing/showText.ts";
import type { LocalFiles } from "./localFiles.ts";
import { parsePartUri, partUri, titleOf } from "./partUri.ts";

/** Shows parts of files that are too large for a text document, read-only. */
export class FileParts implements Disposable {
  readonly #local: LocalFiles | undefined;
  readonly #registrations: Disposable;

  constructor(local: LocalFiles | undefined) {
    this.#local = local;
    this.#registrations = Disposable.from(
      workspace.registerTextDocumentContentProvider(partScheme, {
        provideTextDocumentContent: async (uri) => (await this.#partAt(uri))?.text,
      }),
      languages.registerCodeLensProvider(
        { scheme: partScheme },
        { provideCodeLenses: (document) => this.#lenses(document) },
      ),
      // Links of the Problems panel hand the address over as a text.
      commands.registerCommand(commandIds.showPart, (file: Uri | string, place: Place, length?: number) =>
        this.show(typeof file === "string" ? Uri.parse(file, true) : file, place, length),
      ),
    );
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  /** Opens the part of a file around a place, with `length` bytes from there on selected. */
  async show(file: Uri, place: Place, length = 0): Promise<void> {
    try {
      const part = await this.#read(file, place);
      const open = window.tabGroups.all.find(({ tabs }) =>
        tabs.some(({ isActive, label }) => isActive && isPart(label)),
      );
      const document = await workspace.openTextDocument(partUri(file, part, place));
      const { line, character } = part.at;
      await showText(document, {
        viewColumn: open?.viewColumn ?? ViewColumn.Beside,
        // The next part takes its place.
        preview: true,
        selection: new Selection(line, character, line, character + length),
      });
    } catch (error) {
      void window.showErrorMessage(`${fileName(file)} cannot be shown: ${messageOf(error).replace(/\.?$/, ".")}`);
    }

    function isPart(label: string): boolean {
      return label.startsWith(`${fileName(file)}, line`);
    }
  }

  async #partAt(uri: Uri): Promise<FilePart | undefined> {
    const parsed = parsePartUri(uri);
    return parsed && (await this.#read(parsed.file, parsed.place));
  }

  async #read(file: Uri, place: Place): Promise<FilePart> {
    const from = Math.max(0, place.byte - AROUND);
    const length = place.byte + AROUND - from;
    const bytes =
      (await this.#local?.readPart(file, from, length)) ??
      (await workspace.fs.readFile(file)).subarray(from, from + length);
    return filePart(bytes, from, place);
  }

  /** Above the first line and below the last: where the part is, and ways to the ones before and behind it. */
  async #lenses(document: TextDocument): Promise<CodeLens[]> {
    const parsed = parsePartUri(document.uri);
    if (parsed === undefined) return [];
    const part = await this.#read(parsed.file, parsed.place).catch(() => undefined);
    if (part === undefined) return [];
    const { file } = parsed;
    const lens = (line: number, title: string, to: Place): CodeLens =>
      new CodeLens(new Range(line, 0, line, 0), { title, command: commandIds.showPart, arguments: [file, to] });
    const { previous, next } = part;
    const onwards = (line: number) => (next === undefined ? [] : [lens(line, "Next Part", next)]);
    return [
      lens(0, titleOf(file, part), parsed.place),
      ...(previous === undefined ? [] : [lens(0, "Previous Part", previous)]),
      ...onwards(0),
      ...onwards(document.lineCount - 1),
    ];
  }
}
