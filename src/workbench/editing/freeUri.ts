import { type Uri, workspace } from "vscode";

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
