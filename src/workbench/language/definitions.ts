import { type CancellationToken, type Disposable, languages, type LocationLink, type Uri, workspace } from "vscode";
import { columnSpan } from "../../figure/data/grids/gridText.ts";
import { srcPlaceAt } from "../../figure/references/srcPlace.ts";
import { toRange } from "../editing/ranges.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";
import type { GridLookup } from "../grids/gridLookup.ts";
import { waitFor } from "../tasks/patience.ts";

/** After this many milliseconds the answer comes too late, with the pointer on a reference. */
const PATIENCE = 10_000;

/** Registers "Go to Definition", which leads from a reference to the column in the document of its grid. */
export function registerDefinitions(figures: FigureReader, grids: GridLookup): Disposable {
  return languages.registerDefinitionProvider(figureSelector, {
    async provideDefinition(document, position, token) {
      const figure = await figures.read(document, token);
      const place = figure && srcPlaceAt(figure.outline, document.offsetAt(position));
      if (place === undefined) return undefined;
      const target = await waitFor(grids.document(document.uri, place.selector.fid), token, PATIENCE);
      if (target.state !== "here" || target.value === undefined) return undefined;
      const { uids, columns } = place.selector;
      const wanted = place.uid === undefined && columns === "only" ? uids : [place.uid];
      const links = await linksTo(target.value, wanted, token);
      const originSelectionRange = toRange(document, place.span);
      return links.map((link) => ({ ...link, originSelectionRange }));
    },
  });
}

/** The places of these columns; the beginning where no column is named, or one is not there. */
async function linksTo(
  targetUri: Uri,
  uids: readonly (string | undefined)[],
  token: CancellationToken,
): Promise<LocationLink[]> {
  const opened = await workspace.openTextDocument(targetUri);
  if (token.isCancellationRequested) return [];
  const text = opened.getText();
  return uids.map((uid) => {
    const span = uid === undefined ? undefined : columnSpan(text, uid);
    return { targetUri, targetRange: toRange(opened, span ?? { start: 0, end: 0 }) };
  });
}
