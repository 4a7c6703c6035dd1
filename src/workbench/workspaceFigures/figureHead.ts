import { type Uri, workspace } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { scanFigure } from "../../figure/text/scan/scan.ts";

/** The first bytes of a file; undefined where this host cannot read a part of it. Rejects where it cannot be read. */
export type ReadHead = (uri: Uri, bytes: number) => Promise<Uint8Array | undefined>;

/** Bytes that tell what a file is: traces stand at its start, and the first of them says enough. */
const HEAD = 64 * 1024;

/** Where a file is only read whole, a larger one is not looked into. */
const LARGEST_WHOLE = 1024 * 1024;

/** What the beginning of a JSON file says of the figure in it; undefined where it was not looked into. */
export async function outlineOfHead(
  uri: Uri,
  size: number,
  readHead: ReadHead | undefined,
): Promise<Outline | undefined> {
  const head = (await readHead?.(uri, HEAD)) ?? (size > LARGEST_WHOLE ? undefined : await workspace.fs.readFile(uri));
  if (head === undefined) return undefined;
  const text = new TextDecoder().decode(head.subarray(0, HEAD));
  return text.includes('"data"') ? scanFigure(text) : undefined;
}
