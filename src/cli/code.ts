import { obstacleOf } from "../figure/checks/check.ts";
import { figureCodeInSteps, languageNames } from "../figure/code/figureCode.ts";
import { drawnFigureInSteps } from "../figure/text/structure/figureText.ts";
import { scanFigure } from "../figure/text/scan/scan.ts";
import { finished } from "../figure/text/steps/slices.ts";
import { nameOf, readText } from "./files/textFile.ts";
import type { CodeArguments } from "./program/arguments.ts";
import { CommandFailure } from "./program/failure.ts";
import type { Output } from "./program/output.ts";

/** Runs `plot-files code`, and gives its exit code. */
export async function codeCommand({ file, language }: CodeArguments, output: Output): Promise<number> {
  const text = await readText(file);
  const outline = scanFigure(text);
  const obstacle = obstacleOf(outline);
  if (obstacle !== undefined)
    throw new CommandFailure(`${nameOf(file)} cannot be written as ${languageNames[language]}. ${obstacle.message}`);
  const figure = finished(drawnFigureInSteps(text, outline));
  output.write(finished(figureCodeInSteps(figure, language)));
  return 0;
}
