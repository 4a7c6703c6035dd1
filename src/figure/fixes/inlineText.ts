import type { TextEdit } from "../model/fix.ts";
import type { GridContent } from "../model/grid.ts";
import type { UnresolvedReference } from "../data/inline/inline.ts";
import { expand } from "../data/inline/expand.ts";
import type { Outline, SrcReference } from "../text/outline/outline.ts";
import { parseSrc } from "../references/srcReference.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { finished } from "../text/steps/slices.ts";
import { swapMember } from "./gridMove.ts";
import { TreeEdits } from "./tree/treeEdits.ts";

export interface TextInlining {
  readonly edits: readonly TextEdit[];
  /** The number of references that were replaced by their values. */
  readonly count: number;
  readonly unresolved: readonly (UnresolvedReference & { readonly reference: SrcReference })[];
}

/** The references that can be replaced by values: strings below a trace, a layout or a frame. */
export function inlinableReferences(outline: Outline): SrcReference[] {
  return outline.references.filter(({ text }) => text !== undefined && parseSrc(text) !== undefined);
}

/** The fids of the grids that these references name, each once. */
export function gridsOf(references: readonly SrcReference[]): string[] {
  return [...new Set(references.flatMap(({ text }) => parseSrc(text ?? "")?.fid ?? []))];
}

/**
 * Replaces references by the values of grids' columns, as `content?inline_data=true` reads them. `read` gives a grid,
 * or undefined where there is none or it may not be read; references to it stay as they are.
 */
export function inlineText(
  file: FigureText,
  references: readonly SrcReference[],
  read: (fid: string) => GridContent | undefined,
): TextInlining {
  return finished(inlineTextInSteps(file, references, read));
}

/** `inlineText` in steps of a few milliseconds. */
export function* inlineTextInSteps(
  file: FigureText,
  references: readonly SrcReference[],
  read: (fid: string) => GridContent | undefined,
): Generator<unknown, TextInlining> {
  const tree = new TreeEdits(file);
  const types = new Map(file.outline.traces.map(({ path, drawnAs }) => [path.join("."), drawnAs]));
  const unresolved: TextInlining["unresolved"][number][] = [];
  let count = 0;
  for (const reference of references) {
    yield;
    const { path, text = "" } = reference;
    const key = String(path.at(-1));
    const leave = (reason: UnresolvedReference["reason"]): void => {
      unresolved.push({ path, src: text, reason, reference });
    };
    const selector = parseSrc(text);
    const grid = selector === undefined ? undefined : read(selector.fid);
    if (selector === undefined) leave("malformed");
    else if (grid === undefined) leave("missing-grid");
    else {
      const type = types.get(path.slice(0, path[0] === "frames" ? 4 : 2).join(".")) ?? "";
      const value = expand(selector, grid, key, type);
      if (value === undefined) leave("missing-column");
      else {
        swapMember(file, reference, key.slice(0, -"src".length), value, tree);
        count++;
      }
    }
  }
  return { edits: yield* tree.editsInSteps(), count, unresolved };
}
