import { type Uri, workspace } from "vscode";
import type { LocalFiles } from "../fileParts/localFiles.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { scanFigure } from "../../figure/text/scan/scan.ts";

/** This many bytes tell what a file is, since traces stand at its start, and the first says enough. */
const HEAD = 64 * 1024;

/** Where files can only be read whole, a larger one is not looked into. */
const LARGEST_WHOLE = 1024 * 1024;

/** Reads what the beginning of a JSON file tells about the figure in it. Undefined where the file was not looked into. */
export async function outlineOfHead(
  uri: Uri,
  size: number,
  local: LocalFiles | undefined,
): Promise<Outline | undefined> {
  const head =
    (await local?.readPart(uri, 0, HEAD)) ?? (size > LARGEST_WHOLE ? undefined : await workspace.fs.readFile(uri));
  if (head === undefined) return undefined;
  const text = new TextDecoder().decode(head.subarray(0, HEAD));
  return text.includes('"data"') ? scanFigure(text) : undefined;
}
