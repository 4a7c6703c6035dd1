import { type CancellationToken, type Uri, workspace, type WorkspaceFolder } from "vscode";
import { looksLikeFigure } from "../../figure/checks/recognize.ts";
import { readSetting } from "../settings.ts";
import { figurePattern, filesOfWorkspace } from "../figures/workspaceFiles.ts";
import { outlineOfHead } from "./figureHead.ts";
import type { LocalFiles } from "../fileParts/localFiles.ts";

/** The most files of a workspace folder. For more than this, the explorer and Quick Open serve better than a list. */
const MOST_FILES = 2000;

/** This many files are looked into at the same time. */
const TOGETHER = 8;

/** JSON files whose name, or whose folder's name, says that they are no figures. */
const toolFile = /(^|\/)(package(-lock)?|[tj]sconfig.*|composer|.*\.schema)\.json$|(^|\/)\.[^/]+(\/|$)/i;

/** A file's state when it was looked into. */
interface Known {
  readonly mtime: number;
  readonly size: number;
  readonly isFigure: boolean;
}

/** Finds the figure files of a workspace: those with a figure's name, and other JSON files by their content. */
export class FigureSearch {
  readonly #local: LocalFiles | undefined;
  #known = new Map<string, Known>();

  constructor(local: LocalFiles | undefined) {
    this.#local = local;
  }

  /** The figures below these folders, each once, in the order of their paths. Stops early, with what it has, when cancelled. */
  async find(folders: readonly WorkspaceFolder[], token: CancellationToken): Promise<readonly Uri[]> {
    const common = { limit: MOST_FILES, folders, token };
    const named = await filesOfWorkspace({ ...common, pattern: figurePattern });
    const byContent = (folder: WorkspaceFolder) => readSetting("workspace.byContent", folder);
    if (token.isCancellationRequested || !folders.some(byContent)) return named;
    const names = new Set(named.map(String));
    const others = await filesOfWorkspace({
      ...common,
      folders: folders.filter(byContent),
      pattern: () => "**/*.json",
    });
    const unknown = others.filter(
      (uri) => !names.has(uri.toString()) && !toolFile.test(workspace.asRelativePath(uri, false)),
    );
    const figures = [...named, ...(await this.#figuresOf(unknown, token))];
    return figures.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  async #figuresOf(uris: readonly Uri[], token: CancellationToken): Promise<readonly Uri[]> {
    const seen = new Map<string, Known>();
    const waiting = uris.values();
    const work = async () => {
      for (const uri of waiting) {
        if (token.isCancellationRequested) return;
        const known = await this.#look(uri);
        if (known !== undefined) seen.set(uri.toString(), known);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    // Forget files that are gone.
    if (!token.isCancellationRequested) this.#known = seen;
    return uris.filter((uri) => seen.get(uri.toString())?.isFigure === true);
  }

  /** Whether the file holds a figure; undefined where it cannot be read. */
  async #look(uri: Uri): Promise<Known | undefined> {
    try {
      const { mtime, size } = await workspace.fs.stat(uri);
      const known = this.#known.get(uri.toString());
      if (known?.mtime === mtime && known.size === size) return known;
      const outline = await outlineOfHead(uri, size, this.#local);
      return { mtime, size, isFigure: outline !== undefined && looksLikeFigure(outline) };
    } catch {
      return undefined;
    }
  }
}
