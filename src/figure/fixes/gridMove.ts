import { columnData, type ExtractedColumn } from "../data/grids/extractGrid.ts";
import type { Json } from "../model/figure.ts";
import type { FigurePath } from "../model/path.ts";
import type { TextEdit } from "../model/fix.ts";
import type { DataArray, Outline } from "../text/outline/outline.ts";
import type { RawArray } from "../data/arrays/dataWalk.ts";
import { isRefused } from "../checks/rules/rawArray.ts";
import { formatColumnSrc } from "../references/srcReference.ts";
import type { DecodeError } from "../data/arrays/typedArray.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { membersNamed, nodeOf } from "./tree/nodeOf.ts";
import { TreeEdits } from "./tree/treeEdits.ts";

export interface GridMove {
  /** The columns of the grid, one for each array, named by its path as the official client does. */
  readonly columns: readonly ExtractedColumn[];
  /** Typed arrays whose bytes cannot be read; they stay in the file. */
  readonly undecoded: readonly { readonly array: DataArray; readonly error: DecodeError }[];
  /**
   * The edits that put references in the arrays' places once the grid is there, given each column's uid by its name.
   * Throws where a column has no uid: the grid is then not the one made from these columns.
   */
  readonly place: (gridFid: string, uids: ReadonlyMap<string, string>) => TextEdit[];
}

/** The arrays that can move to a grid: those that the Plots API refuses, below `part` where it is given. */
export function movableArrays(outline: Outline, part: FigurePath = []): DataArray[] {
  return outline.arrays.filter((array) => isRefused(array) && part.every((step, index) => array.path[index] === step));
}

/** Moves arrays of the file into the columns of one new grid. References beside them are replaced. */
export function moveToGrid(file: FigureText, arrays: readonly DataArray[]): GridMove {
  const columns: ExtractedColumn[] = [];
  const undecoded: { array: DataArray; error: DecodeError }[] = [];
  const moved: { array: DataArray; name: string }[] = [];
  for (const array of arrays) {
    const value = JSON.parse(file.text.slice(array.value.start, array.value.end)) as RawArray["value"];
    const data = columnData(value);
    if ("error" in data) {
      undecoded.push({ array, error: data.error });
      continue;
    }
    const name = array.path.join(".");
    columns.push({ name, data: data.values, order: columns.length });
    moved.push({ array, name });
  }
  const place = (gridFid: string, uids: ReadonlyMap<string, string>): TextEdit[] => {
    const tree = new TreeEdits(file);
    for (const { array, name } of moved) {
      const uid = uids.get(name);
      if (uid === undefined) throw new Error(`The grid ${gridFid} has no column named "${name}".`);
      swapMember(file, array, `${String(array.path.at(-1))}src`, formatColumnSrc(gridFid, uid), tree);
    }
    return tree.edits();
  };
  return { columns, undecoded, place };
}

/**
 * Replaces what stands at `old` with a member of another name. Members that already have that name, or the key of
 * `old`, are removed.
 */
export function swapMember(
  file: FigureText,
  old: Parameters<typeof nodeOf>[1],
  name: string,
  value: Json,
  tree: TreeEdits,
): void {
  const node = nodeOf(file, old);
  const { key, parent } = node ?? {};
  if (node === undefined || key === undefined || parent === undefined) return;
  for (const other of [...membersNamed(parent, key.name), ...membersNamed(parent, name)])
    if (other !== node) tree.remove(other);
  tree.setKey(node, name);
  tree.setValue(node, value);
}
