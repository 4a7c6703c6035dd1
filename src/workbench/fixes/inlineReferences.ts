import { type CancellationToken, type LogOutputChannel, ProgressLocation, window } from "vscode";
import { formatPath, type FigurePath } from "../../figure/model/path.ts";
import { gridsOf, inlinableReferences, inlineTextInSteps } from "../../figure/fixes/inlineText.ts";
import type { GridContent } from "../../figure/model/grid.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { formatCount } from "../../figure/model/counts.ts";
import { waitFor } from "../tasks/patience.ts";
import { longWork } from "../tasks/longWork.ts";
import type { Outlines } from "../figures/outlines.ts";
import type { GridCache } from "../grids/gridCache.ts";
import { readSetting } from "../settings.ts";
import { documentFor, type EditableFigure, editableFigure, openAgain } from "./editableFigure.ts";
import { makeEdits } from "../editing/textEdits.ts";
import { fileName } from "../editing/names.ts";
import { plainWords } from "../editing/plainWords.ts";

export interface InlineParts {
  readonly grids: GridCache;
  readonly outlines: Outlines;
  readonly diagnostics: FigureDiagnostics;
  readonly log: LogOutputChannel;
}

interface Read {
  readonly contents: ReadonlyMap<string, GridContent>;
  /** A sentence for each grid that could not be had. */
  readonly failures: readonly string[];
}

/** Replaces the reference at `path` by the values of its columns, or all references where there is no path. */
export async function inlineReferences(
  parts: InlineParts,
  given: unknown,
  path: FigurePath | undefined,
): Promise<void> {
  let document = await documentFor(given);
  const figure = document && (await editableFigure(document, parts.outlines, parts.diagnostics));
  if (document === undefined || figure === undefined) return;
  const wanted = referencesOf(figure, path);
  if (wanted.length === 0) {
    void window.showInformationMessage("This figure refers to no grid: its values are in the file already.");
    return;
  }
  const read = await readGrids(gridsOf(wanted), parts);
  if (read === undefined) return;
  document = await openAgain(document);
  const now = await editableFigure(document, parts.outlines, parts.diagnostics);
  if (now === undefined) return;
  const inlined = await longWork(
    `Writing the values into ${fileName(document.uri)}`,
    inlineTextInSteps(now.file, referencesOf(now, path), (fid) => read.contents.get(fid)),
    () => document.version === now.version && !document.isClosed,
  );
  if (inlined === undefined) return;
  const { edits, count, unresolved } = inlined;
  const why = [...read.failures, ...unresolved.filter(({ reason }) => reason === "missing-column").map(missingColumn)];
  if (count === 0) {
    void window.showErrorMessage(plainWords(`Nothing was changed. ${why.join(" ")}`));
    return;
  }
  if (document.version !== now.version || !(await makeEdits(document, edits))) return;
  void parts.diagnostics.check(document);
  const left =
    unresolved.length === 0 ? "" : ` ${formatCount(unresolved.length, "reference")} stayed. ${why.join(" ")}`;
  const told = plainWords(`${formatCount(count, "reference")} of ${fileName(document.uri)} replaced by values.${left}`);
  void (unresolved.length === 0 ? window.showInformationMessage(told) : window.showWarningMessage(told));
}

function referencesOf({ file }: EditableFigure, path: FigurePath | undefined) {
  const all = inlinableReferences(file.outline);
  const wanted = path === undefined ? undefined : formatPath(path);
  return wanted === undefined ? all : all.filter((reference) => formatPath(reference.path) === wanted);
}

/** Fetches the grids. Undefined where the person gave up. */
async function readGrids(fids: readonly string[], { grids, log }: InlineParts): Promise<Read | undefined> {
  const title = `Reading ${formatCount(fids.length, "grid")}`;
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (progress, token): Promise<Read | undefined> => {
    const contents = new Map<string, GridContent>();
    const failures: string[] = [];
    for (const fid of fids) {
      if (fids.length > 1) progress.report({ message: fid, increment: 100 / fids.length });
      const answer = await contentOf(fid, grids, token);
      if (answer === undefined) return undefined;
      if (answer.ok) contents.set(fid, answer.value);
      else {
        log.warn(`Inline references: ${answer.error.detail}`);
        failures.push(answer.error.sentence);
      }
    }
    return { contents, failures: [...new Set(failures)] };
  });
}

async function contentOf(fid: string, grids: GridCache, token: CancellationToken) {
  const patience = (readSetting("server.timeout") + 5) * 1000;
  const waited = await waitFor(grids.content(fid), token, patience);
  if (waited.state === "here") return waited.value;
  if (waited.state === "cancelled") return undefined;
  const sentence = `The grid ${fid} did not come in time.`;
  return { ok: false as const, error: { code: "timeout", sentence, detail: sentence } };
}

function missingColumn({ path, src }: { readonly path: FigurePath; readonly src: string }): string {
  return `\`${formatPath(path)}\` names a column that its grid does not have: ${src}.`;
}
