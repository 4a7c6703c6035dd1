import type { TextDocument } from "vscode";
import { obstacleOf } from "../../figure/checks/check.ts";
import { type ExtractedGrid, extractGridInSteps } from "../../figure/data/grids/extractGrid.ts";
import { drawnFigureInSteps } from "../../figure/text/structure/figureText.ts";
import { type Figure } from "../../figure/model/figure.ts";
import { formatPath } from "../../figure/model/path.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Span } from "../../figure/model/span.ts";
import { fileName } from "../editing/names.ts";
import { longWork } from "../tasks/longWork.ts";
import type { Outlines } from "../figures/outlines.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";
import type { PlotDraft } from "./draft/plotDraft.ts";

export type FigureDraft =
  | { readonly ok: true; readonly draft: PlotDraft }
  | { readonly ok: false; readonly sentence: string; readonly span: Span };

/**
 * Makes the draft of a figure file, or says why the file is no figure and where. The file stays as it is. Undefined where
 * the person gave up. A long file is read a few milliseconds at a time, and from the start where it is edited meanwhile.
 */
export async function draftOfFigure(document: TextDocument, outlines: Outlines): Promise<FigureDraft | undefined> {
  for (;;) {
    const outline = await outlines.ready(document);
    const { version } = document;
    if (outlines.known(document) !== outline) continue;
    const obstacle = obstacleOf(outline);
    if (obstacle !== undefined) return { ok: false, sentence: obstacle.message, span: obstacle.span };
    const steps = extracted(outlines.text(document), outline);
    const title = `Reading the data of ${fileName(document.uri)}`;
    const extract = await longWork(title, steps, () => document.version === version);
    if (extract !== undefined) return draftOf(document, outline, extract);
    if (document.version === version) return undefined;
  }
}

function* extracted(text: string, outline: Outline): Generator<undefined, ExtractedGrid> {
  return yield* extractGridInSteps(plotMembers(yield* drawnFigureInSteps(text, outline)));
}

function draftOf(document: TextDocument, outline: Outline, { columns, undecoded, place }: ExtractedGrid): FigureDraft {
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

/** The parts of a figure that the API keeps. `config` and what tools add beside it are for the page that draws. */
function plotMembers({ data, layout, frames }: Figure): Figure {
  return { data: data ?? [], ...(layout !== undefined && { layout }), ...(frames !== undefined && { frames }) };
}

function nameOf(document: TextDocument): string {
  return fileName(document.uri).replace(/(\.plotly)?(\.json)?$/i, "") || "plot";
}
