import { applyHandEdits, areOfAnother, type AppliedEdits } from "../figure/edits/kept/apply.ts";
import { editsFileName, readEditsFile } from "../figure/edits/kept/editsFile.ts";
import { aboutOf } from "../figure/edits/kept/merge.ts";
import { editText } from "../figure/edits/editText.ts";
import { formatCount } from "../figure/model/counts.ts";
import { applyEdits } from "../figure/model/fix.ts";
import { finished } from "../figure/text/steps/slices.ts";
import { readFigureText } from "../figure/text/structure/figureText.ts";
import type { EditsArguments } from "./program/arguments.ts";
import { CommandFailure } from "./program/failure.ts";
import { refuseBroken } from "./files/eachFile.ts";
import { standardInput } from "./files/figureFiles.ts";
import { nameOf, readText, writeText } from "./files/textFile.ts";
import type { Output } from "./program/output.ts";

/** Runs `plot-files edits apply`, and gives its exit code. The figure is written with all edits or not at all. */
export async function editsCommand(args: EditsArguments, output: Output): Promise<number> {
  const { file: path, edits: editsPath = editsFileName(path), dryRun, partial } = args;
  const read = readEditsFile(await readText(editsPath));
  if (!read.ok) throw new CommandFailure(`${nameOf(editsPath)} cannot be used. ${read.sentence}`);
  const file = readFigureText(await readText(path));
  const result = finished(applyHandEdits(file, [], read.edits));
  if (!result.ok) throw new CommandFailure(`${nameOf(path)} stays as it is. ${result.sentence}`);
  const edited = finished(editText(file, [], result.edits));
  if (!edited.ok) throw new CommandFailure(`${nameOf(path)} stays as it is. ${edited.sentence}`);
  const text = applyEdits(file.text, edited.edits);
  refuseBroken(path, text);

  const left = [...result.lost, ...result.changed];
  for (const { edit, why } of left) output.warn(`${nameOf(path)}: \`${aboutOf(edit)}\` was not edited. ${why}`);
  const isWritten = !dryRun && (partial || left.length === 0);
  if (path === standardInput && !dryRun) output.write(isWritten ? text : file.text);
  else if (isWritten && text !== file.text) writeText(path, text);
  tell(args, result, left.length, output);
  return left.length > 0 ? 1 : 0;
}

function tell({ file, dryRun, partial }: EditsArguments, result: AppliedEdits, left: number, output: Output): void {
  if (areOfAnother(result))
    output.warn("None of the edits has its part in this figure. The file of edits may be of another one.");
  else if (left > 0 && !partial && !dryRun)
    output.warn(`${nameOf(file)} stays as it is. With --partial the other edits are made.`);
  if (file === standardInput && !dryRun) return;
  const { applied, already } = result;
  const verb = dryRun ? "can be made" : left > 0 && !partial ? "could be made" : "made";
  const there = already.length === 0 ? "" : ` ${formatCount(already.length, "edit")} stood there already.`;
  output.write(`${file}: ${formatCount(applied.length, "edit")} ${verb}.${there}\n`);
}
