import { formatEdits } from "../figure/format/formatText.ts";
import { layoutOf } from "../figure/format/layout.ts";
import { applyEdits } from "../figure/model/fix.ts";
import { scanFigure } from "../figure/text/scan/scan.ts";
import { finished } from "../figure/text/steps/slices.ts";
import { eachFile } from "./files/eachFile.ts";
import { standardInput } from "./files/figureFiles.ts";
import { nameOf, readText, writeText } from "./files/textFile.ts";
import type { FormatArguments } from "./program/arguments.ts";
import type { Output } from "./program/output.ts";
import { Lines } from "./reports/fileReport.ts";

/** Runs `plot-files format`, and gives its exit code. */
export function formatCommand({ files, check, width }: FormatArguments, output: Output): Promise<number> {
  return eachFile(files, output, async (path) => {
    const text = await readText(path);
    const [fault] = scanFigure(text).syntax;
    if (fault !== undefined) {
      const { line, column } = new Lines(text).region(fault.span);
      output.warn(`${nameOf(path)} stays as it is. At ${line}:${column} it is not JSON: ${fault.message}`);
      return 1;
    }
    const edits = finished(formatEdits(text, layoutOf(text, width)));
    if (check && edits.length > 0) {
      output.write(`${nameOf(path)} is not formatted.\n`);
      return 1;
    }
    if (!check && path === standardInput) output.write(applyEdits(text, edits));
    else if (edits.length > 0) {
      writeText(path, applyEdits(text, edits));
      output.write(`${path}: formatted.\n`);
    }
    return 0;
  });
}
