import { commands, type EventEmitter, type LogOutputChannel, type Uri } from "vscode";
import type { WrittenFor } from "../../figure/migrate/defaults/defaults.ts";
import type { MigrateOptions } from "../../figure/migrate/migrate.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { commands as commandIds, plotScheme } from "../../manifest.ts";
import { parsePlotUri, type PlotAddress } from "../addresses/plotUri.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import type { Servers } from "../servers/servers.ts";
import type { FigurePictures } from "../workspaceFigures/figurePictures.ts";
import type { DefaultsChoices } from "../figures/defaultsChoices.ts";
import { openDocument } from "../figures/figureDocuments.ts";
import type { Preview } from "./preview.ts";
import { revealInText } from "../editing/revealInText.ts";
import type { HandEditParts } from "../handEdits/pageEdits.ts";
import { savePicture } from "./savePicture.ts";
import { openUnpacked } from "../opening/unpacked.ts";

/** What a preview has the rest of the extension do. */
export interface PreviewActions {
  reveal(source: FigureSource, problem: FigureProblem): void;
  save(preview: Preview, format: "png" | "svg"): void;
  thumbnail(source: FigureSource, png: Uint8Array): void;
  wantsThumbnail(source: FigureSource): boolean;
  /** Says whose defaults the figure is drawn with. */
  defaults(source: FigureSource): Pick<MigrateOptions, "writtenFor" | "otherwise">;
  chooseDefaults(source: FigureSource, writtenFor: WrittenFor | undefined): void;
  /** Does what a button on the page offers, by its id. */
  act(source: FigureSource, id: string): void;
  /** What edits on the drawing are written with. */
  readonly edits: HandEditParts;
}

/** Gives previews what they need of the rest of the extension. */
export function previewActions(
  servers: Servers,
  pictureChanged: EventEmitter<PlotAddress>,
  pictures: FigurePictures,
  choices: DefaultsChoices,
  edits: HandEditParts,
  log: LogOutputChannel,
): PreviewActions {
  return {
    reveal: (source, { span }) => {
      const part = source.partOf?.(span);
      if (part === undefined) void revealInText(source.uri, source.rangeOf(span));
      else void commands.executeCommand(commandIds.showPart, source.uri, part.place, part.length);
    },
    save: (preview, format) => void savePicture(preview, format),
    defaults: ({ uri }) => choices.of(uri),
    chooseDefaults: ({ uri }, writtenFor) => void choices.choose(uri, writtenFor),
    act({ uri }, id) {
      if (id === "log") log.show();
      else if (id === "unpack") void openUnpacked(uri);
      else if (isCommand(id)) void commands.executeCommand(commandIds[id], uri);
    },
    edits,

    // Only the service inside the extension keeps the pictures that a preview draws.
    wantsThumbnail: ({ uri }) =>
      uri.scheme === plotScheme ? parsePlotUri(uri)?.server === "embedded" : pictures.keeps(uri) && isSaved(uri),
    thumbnail: ({ uri }, png) => void (uri.scheme === plotScheme ? keepThumbnail(uri, png) : keepPicture(uri, png)),
  };

  async function keepPicture(uri: Uri, png: Uint8Array): Promise<void> {
    if (isSaved(uri)) await pictures.keep(uri, png);
  }

  async function keepThumbnail(uri: Uri, png: Uint8Array): Promise<void> {
    const address = parsePlotUri(uri);
    if (address === undefined) return;
    const connected = await servers.connect(address.server);
    if (!connected.ok || !connected.value.embedded) return;
    const kept = await connected.value.client.pictures.put(address.fid, Uint8Array.from(png));
    if (kept.ok) pictureChanged.fire(address);
    else log.debug(`The picture of ${address.fid} was not kept: ${kept.error.detail}`);
  }
}

/** The commands that buttons on the page run on its figure. */
const onPage = [
  "moveArrays",
  "importExport",
  "editCopy",
  "addPicture",
  "showHandEdits",
  "applyHandEdits",
  "forgetHandEdits",
] as const;

const isCommand = (id: string): id is (typeof onPage)[number] => (onPage as readonly string[]).includes(id);

/** Whether the drawing shows what the file holds. */
function isSaved(uri: Uri): boolean {
  return openDocument(uri)?.isDirty !== true;
}
