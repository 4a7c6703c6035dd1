import { Uri, workspace } from "vscode";

/** The first of these places at which no file is and no document is open, so that saving there asks nothing. */
export async function freeUri(places: Iterable<Uri>): Promise<Uri> {
  for (const place of places) {
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.path === place.path);
    const isThere =
      place.scheme !== "untitled" &&
      (await workspace.fs.stat(place).then(
        () => true,
        () => false,
      ));
    if (!isOpen && !isThere) return place;
  }
  throw new Error("There is no free name.");
}

/**
 * `tides.plotly.json` in a folder, or of an unsaved file where there is none. With `-` between name and number the next
 * one is `tides-2.plotly.json`.
 */
export function* figurePlaces(folder: Uri | undefined, name: string, between: string): Generator<Uri> {
  for (let count = 1; ; count++) {
    const file = `${name}${count === 1 ? "" : `${between}${count}`}.plotly.json`;
    yield folder ? Uri.joinPath(folder, file) : Uri.from({ scheme: "untitled", path: file });
  }
}
