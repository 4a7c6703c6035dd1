import { type CancellationToken, type Uri, workspace, type WorkspaceFolder } from "vscode";
import { looksLikeFigure } from "../../figure/checks/recognize.ts";
import { readSetting } from "../settings.ts";
import { figurePattern, filesOfWorkspace } from "../figures/workspaceFiles.ts";
import { outlineOfHead, type ReadHead } from "./figureHead.ts";

/** More files than this in a folder of the workspace are not worth a list; the explorer and Quick Open find them. */
const MOST_FILES = 2000;

/** Files that are looked into at the same time. */
const TOGETHER = 8;

/** JSON files that are never figures by their name, or by that of their folder. */
const toolFile = /(^|\/)(package(-lock)?|[tj]sconfig.*|composer|.*\.schema)\.json$|(^|\/)\.[^/]+(\/|$)/i;

/** What a file was when it was looked into. */
interface Known {
  readonly mtime: number;
  readonly size: number;
  readonly isFigure: boolean;
}

/** Finds the figure files of a workspace: those with a figure's name, and other JSON files by what is in them. */
export class FigureSearch {
  readonly #readHead: ReadHead | undefined;
  #known = new Map<string, Known>();

  constructor(readHead: ReadHead | undefined) {
    this.#readHead = readHead;
  }

  /** The figures below these folders, each once, ordered by path. Stops early, with what it has, when `token` says so. */
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
    // What is gone is forgotten with it.
    if (!token.isCancellationRequested) this.#known = seen;
    return uris.filter((uri) => seen.get(uri.toString())?.isFigure === true);
  }

  /** Undefined for what cannot be read. */
  async #look(uri: Uri): Promise<Known | undefined> {
    try {
      const { mtime, size } = await workspace.fs.stat(uri);
      const known = this.#known.get(uri.toString());
      if (known?.mtime === mtime && known.size === size) return known;
      const outline = await outlineOfHead(uri, size, this.#readHead);
      return { mtime, size, isFigure: outline !== undefined && looksLikeFigure(outline) };
    } catch {
      return undefined;
    }
  }
}
