import { type CancellationToken, Disposable, languages, Location, type TextDocument, type Uri } from "vscode";
import { type ColumnAddress, columnUses } from "../../figure/references/columnUses.ts";
import { columnAt, columnSpan } from "../../figure/data/grids/gridText.ts";
import { LinePlaces } from "../../figure/text/outline/linePlaces.ts";
import { srcPlaceAt } from "../../figure/references/srcPlace.ts";
import { plotScheme } from "../../manifest.ts";
import { toRange } from "../editing/ranges.ts";
import { parseGridUri } from "../addresses/gridUri.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";
import type { Servers } from "../servers/servers.ts";
import { textRange } from "../editing/ranges.ts";
import type { AllFigures } from "../figures/allFigures.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";

/** The most places that are listed; nobody reads more. */
const MOST_USES = 5000;

export interface ReferenceParts {
  readonly figures: FigureReader;
  readonly files: AllFigures;
  readonly servers: Servers;
}

/** Registers "Find All References": from a column, in a reference or in its grid's document, to all figures that use it. */
export function registerReferences({ figures, files, servers }: ReferenceParts): Disposable {
  /** Files name no server, so they refer to the preferred one. */
  const serverOf = (uri: Uri) => parsePlotUri(uri)?.server ?? servers.preferredServer()?.id;

  async function uses(address: ColumnAddress, server: string | undefined, token: CancellationToken) {
    const found: Location[] = [];
    const wanted = (text: string) => text.includes(`${address.fid}:`);
    for await (const file of files.all(wanted, token)) {
      if (serverOf(file.uri) !== server) continue;
      const spans = columnUses(await file.outline(), address);
      if (spans.length === 0) continue;
      const places = new LinePlaces(file.text);
      for (const span of spans) found.push(new Location(file.uri, textRange(places, span)));
      if (found.length > MOST_USES || token.isCancellationRequested) break;
    }
    return found.slice(0, MOST_USES);
  }

  return Disposable.from(
    languages.registerReferenceProvider(figureSelector, {
      async provideReferences(document, position, _context, token) {
        const figure = await figures.read(document, token);
        const place = figure && srcPlaceAt(figure.outline, document.offsetAt(position));
        if (place === undefined) return undefined;
        const { fid, uids, columns } = place.selector;
        const uid = place.uid ?? (columns === "only" && uids.length === 1 ? uids[0] : undefined);
        return uses({ fid, uid }, serverOf(document.uri), token);
      },
    }),
    languages.registerReferenceProvider(
      { scheme: plotScheme, pattern: "**/*.grid.json" },
      {
        async provideReferences(document, position, { includeDeclaration }, token) {
          const grid = parseGridUri(document.uri);
          if (grid === undefined) return undefined;
          const text = document.getText();
          const uid = columnAt(text, document.offsetAt(position));
          const found = await uses({ fid: grid.fid, uid }, grid.server, token);
          return includeDeclaration ? [...declaration(document, text, uid), ...found] : found;
        },
      },
    ),
  );
}

function declaration(document: TextDocument, text: string, uid: string | undefined): Location[] {
  const span = uid === undefined ? undefined : columnSpan(text, uid);
  return span === undefined ? [] : [new Location(document.uri, toRange(document, span))];
}
