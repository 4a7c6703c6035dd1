import type { TextDocument } from "vscode";
import { obstacleOf } from "../../figure/check.ts";
import { drawnFigure } from "../../figure/fixes/figureText.ts";
import { extractGrid } from "../../figure/extractGrid.ts";
import { type Figure, formatPath } from "../../figure/figure.ts";
import type { Span } from "../../figure/outline.ts";
import type { Outlines } from "../outlines.ts";
import { parsePlotUri } from "../plotDocuments/plotUri.ts";
import type { PlotDraft } from "./plotDraft.ts";

export type FigureDraft =
  | { readonly ok: true; readonly draft: PlotDraft }
  | { readonly ok: false; readonly sentence: string; readonly span: Span };

/** The draft of a figure file, or why it is no figure and where. The file itself stays as it is. */
export function draftOfFigure(document: TextDocument, outlines: Outlines): FigureDraft {
  const outline = outlines.of(document);
  const obstacle = obstacleOf(outline);
  if (obstacle !== undefined) return { ok: false, sentence: obstacle.message, span: obstacle.span };
  const figure = plotMembers(drawnFigure(document.getText(), outline));
  const { columns, undecoded, place } = extractGrid(figure);
  const unreadable = undecoded[0];
  if (unreadable !== undefined) {
    const path = formatPath(unreadable.path);
    const array = outline.arrays.find((candidate) => formatPath(candidate.path) === path);
    return {
      ok: false,
      sentence: `${path} cannot be read: ${unreadable.error.message}`,
      span: array?.value ?? { start: 0, end: 0 },
    };
  }
  const sourceFid = parsePlotUri(document.uri)?.fid;
  return {
    ok: true,
    draft: {
      suggestedName: nameOf(document),
      columns,
      place,
      document,
      ...(sourceFid !== undefined && { sourceFid }),
    },
  };
}

/** What the API keeps of a figure: `config` and whatever tools add beside it are for the page that draws. */
function plotMembers({ data, layout, frames }: Figure): Figure {
  return { data: data ?? [], ...(layout !== undefined && { layout }), ...(frames !== undefined && { frames }) };
}

function nameOf(document: TextDocument): string {
  const file = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  return file.replace(/(\.plotly)?(\.json)?$/i, "") || "plot";
}
