import { type TextDocument, type Uri, window, workspace } from "vscode";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import { messageOf } from "../../figure/model/messageOf.ts";
import { nodeAt } from "../../figure/text/structure/structure.ts";
import { fileName } from "../editing/names.ts";
import { writeEdits, type WritingParts } from "../handEdits/writeEdits.ts";
import { toBase64 } from "../treeItems/base64.ts";

const types: { readonly [ending: string]: string } = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
};

/** A larger picture makes a figure that no editor likes. Bytes. */
const MOST = 5 * 1024 * 1024;

/** Asks for a picture, and puts it into the figure itself, so that it needs no other file. */
export async function addPicture(document: TextDocument, parts: WritingParts): Promise<void> {
  const [uri] =
    (await window.showOpenDialog({
      title: `Add a Picture to ${fileName(document.uri)}`,
      openLabel: "Add",
      filters: { Pictures: Object.keys(types) },
    })) ?? [];
  if (uri === undefined) return;
  try {
    const source = await dataUrl(uri);
    const refusal = source === undefined ? undefined : await writeEdits(document, [await added(source)], parts);
    if (refusal !== undefined) void window.showErrorMessage(refusal);
  } catch (error) {
    void window.showErrorMessage(`${fileName(uri)} cannot be read: ${messageOf(error)}`);
  }

  /** In the middle of the paper, a third of its size: it can be moved from there. */
  async function added(source: string): Promise<FigureEdit> {
    const figure = await parts.outlines.figureReady(document);
    const base = figure?.outline.within?.path ?? [];
    const list = figure && nodeAt(figure.structure, [...base, "layout", "images"]);
    const place = { xref: "paper", yref: "paper", x: 0.5, y: 0.5, sizex: 0.33, sizey: 0.33 };
    const value = { source, ...place, xanchor: "center", yanchor: "middle" };
    return { act: "insert", path: ["layout", "images", list?.children.length ?? 0], value };
  }
}

async function dataUrl(uri: Uri): Promise<string | undefined> {
  const type = types[uri.path.slice(uri.path.lastIndexOf(".") + 1).toLowerCase()];
  if (type === undefined) {
    void window.showErrorMessage(
      `${fileName(uri)} is no picture that a figure can hold: take PNG, JPEG, GIF, WebP or SVG.`,
    );
    return undefined;
  }
  const bytes = await workspace.fs.readFile(uri);
  if (bytes.length > MOST) {
    void window.showErrorMessage(
      `${fileName(uri)} is over 5 MB, too large to stand in a figure. Make it smaller first.`,
    );
    return undefined;
  }
  return `data:${type};base64,${toBase64(bytes)}`;
}
