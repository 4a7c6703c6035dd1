import { migrateText } from "../figure/fixes/migrateText.ts";
import { figureOf, readFigureText } from "../figure/text/structure/figureText.ts";
import { gridsOf, inlinableReferences, inlineText } from "../figure/fixes/inlineText.ts";
import { wrapping } from "../figure/checks/rules/wrappedFigure.ts";
import { formatPath } from "../figure/model/path.ts";
import { applyEdits } from "../figure/model/fix.ts";
import type { GridContent } from "../figure/model/grid.ts";
import type { FigureText } from "../figure/text/structure/figureText.ts";
import type { InlineArguments, MigrateArguments } from "./program/arguments.ts";
import { eachFile, refuseBroken } from "./files/eachFile.ts";
import { standardInput } from "./files/figureFiles.ts";
import type { Output } from "./program/output.ts";
import { GridServer } from "./server.ts";
import { nameOf, readText, writeText } from "./files/textFile.ts";
import { formatCount } from "../figure/model/counts.ts";

/** The rewriting of one file. */
interface Rewritten {
  readonly text: string;
  /** A sentence for each thing that was done. */
  readonly done: readonly string[];
  /** A sentence for each thing that was left. */
  readonly left: readonly string[];
}

/** Runs `plot-files migrate`, and gives its exit code. */
export async function migrateCommand({ files, check, defaults }: MigrateArguments, output: Output): Promise<number> {
  let old = 0;
  const code = await rewriteAll(files, output, check, ({ file }) => {
    const migration = migrateText(file, { otherwise: defaults });
    if (migration === undefined) return Promise.resolve({ text: file.text, done: [], left: [] });
    old++;
    const notes = migration.notes.length === 0 ? ["Nothing that was changed shows in the drawing."] : migration.notes;
    return Promise.resolve({ text: applyEdits(file.text, migration.edits), done: notes, left: [] });
  });
  return code === 0 && check && old > 0 ? 1 : code;
}

/** Runs `plot-files inline`, and gives its exit code. */
export async function inlineCommand({ files, server: address }: InlineArguments, output: Output): Promise<number> {
  const server = new GridServer(address, (sentence) => output.warn(sentence));
  return rewriteAll(files, output, false, async ({ file }) => {
    const references = inlinableReferences(file.outline);
    const contents = new Map<string, GridContent | undefined>();
    for (const fid of gridsOf(references)) contents.set(fid, await server.content(fid));
    const { edits, count, unresolved } = inlineText(file, references, (fid) => contents.get(fid));
    const left = unresolved.map(({ path, src, reason }) =>
      reason === "missing-grid"
        ? `\`${formatPath(path)}\` stays: there is no grid for ${src} that you may read.`
        : `\`${formatPath(path)}\` stays: its grid has no such column (${src}).`,
    );
    const done = count === 0 ? [] : [`${formatCount(count, "reference")} replaced by values.`];
    return { text: applyEdits(file.text, edits), done, left };
  });
}

/** Rewrites each file that is a figure. */
function rewriteAll(
  named: readonly string[],
  output: Output,
  onlyLook: boolean,
  rewrite: (figure: { readonly file: FigureText }) => Promise<Rewritten>,
): Promise<number> {
  return eachFile(named, output, async (path) => {
    const file = readFigureText(await readText(path));
    if (figureOf(file) === undefined) {
      const [fault] = file.outline.syntax;
      const why = fault?.message ?? (wrapping(file.outline) || "It has neither `data` nor `layout`.");
      output.warn(`${nameOf(path)} is not a figure and stays as it is. ${why}`);
      return 1;
    }
    const { text, done, left } = await rewrite({ file });
    if (text !== file.text) refuseBroken(path, text);
    for (const sentence of left) output.warn(`${nameOf(path)}: ${sentence}`);
    if (path === standardInput && !onlyLook) output.write(text);
    else if (text !== file.text) {
      if (!onlyLook) writeText(path, text);
      output.write(`${path}: ${done.join(" ")}\n`);
    }
    return left.length > 0 ? 1 : 0;
  });
}
