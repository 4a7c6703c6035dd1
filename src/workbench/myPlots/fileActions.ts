import { type LogOutputChannel, ProgressLocation, window } from "vscode";
import { fileLabel } from "../../plotsApi/bodies/file.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import type { Result } from "../../plotsApi/errors/result.ts";
import { toSignal } from "../tasks/cancellation.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { FileItem } from "../treeItems/fileItem.ts";

/** Asks for one change of one file. */
export type FileAction = (client: PlotsClient, item: FileItem, signal: AbortSignal) => Promise<Result<unknown>>;

/** Reads the lists of a server anew after a change. */
export interface ActionParts {
  readonly refresh: (server: string) => void;
  readonly log: LogOutputChannel;
}

/**
 * Does the same to each file, one after the other, with progress that can be cancelled. Tells at the end what failed, and
 * has the lists read anew. True where everything was done.
 */
export async function actOnEach(
  title: string,
  items: readonly FileItem[],
  act: FileAction,
  { refresh, log }: ActionParts,
): Promise<boolean> {
  const [first] = items;
  if (first === undefined) return false;
  const what = items.length === 1 ? `“${fileLabel(first.file)}”` : formatCount(items.length, "file");
  const options = { location: ProgressLocation.Window, title: `${title} ${what}`, cancellable: true };
  const failures = await window.withProgress(options, async (progress, token) => {
    const signal = toSignal(token);
    const failed: string[] = [];
    for (const [index, item] of items.entries()) {
      if (items.length > 1) progress.report({ message: `${index + 1} of ${items.length}` });
      const done = await act(item.connection.client, item, signal);
      if (done.ok) continue;
      if (done.error.code === "cancelled") break;
      log.warn(`${title} ${item.file.fid}: ${done.error.detail}`);
      const name = `“${fileLabel(item.file)}”`;
      // The server's own sentence asks for another name, which nobody chose here.
      const sentence =
        done.error.code === "conflict"
          ? `There is a file named ${name} already. Rename one of the two first.`
          : done.error.sentence;
      failed.push(items.length === 1 ? sentence : `${name}: ${sentence}`);
    }
    return failed;
  });
  for (const server of new Set(items.map(({ connection }) => connection.id))) refresh(server);
  const [one, ...others] = failures;
  if (one === undefined) return true;
  const more = others.length === 0 ? "" : ` ${formatCount(others.length, "other file")} failed too; the log says why.`;
  const show = others.length === 0 ? [] : ["Show Log"];
  void window.showErrorMessage(`${one}${more}`, ...show).then((pressed) => {
    if (pressed !== undefined) log.show();
  });
  return false;
}

/** The chosen files without those inside a chosen folder, which go with it. */
export function topmost(items: readonly FileItem[]): readonly FileItem[] {
  const chosen = new Set(items.map(({ id }) => id));
  return items.filter((item) => {
    for (
      let above = item.above;
      above !== undefined;
      above = "above" in above ? (above.above as typeof above) : undefined
    ) {
      if (chosen.has(above.id)) return false;
    }
    return true;
  });
}

/** Shows an error and keeps its detail in the log. */
export async function tell(error: { readonly sentence: string; readonly detail: string }, { log }: ActionParts) {
  log.warn(error.detail);
  await window.showErrorMessage(error.sentence);
}
