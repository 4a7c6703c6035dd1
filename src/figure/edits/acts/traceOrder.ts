import { isContainer } from "../../model/container.ts";
import type { FigurePath } from "../../model/path.ts";
import type { FigureEdit } from "../edit.ts";

/**
 * The edits that move a trace, or with undefined remove it. Frames of an animation that name their traces by number go on
 * naming the same ones.
 *
 * @param frames the figure's frames as they are written.
 */
export function traceOrderEdits(index: number, to: number | undefined, frames: unknown): FigureEdit[] {
  const path = ["data", index];
  const own: FigureEdit = to === undefined ? { act: "remove", path } : { act: "move", path, to };
  const list: readonly unknown[] = Array.isArray(frames) ? frames : [];
  const others = list.flatMap((frame, number): FigureEdit[] => {
    const traces = isContainer(frame) ? frame["traces"] : undefined;
    if (!Array.isArray(traces)) return [];
    const numbers = traces as readonly unknown[];
    const gone = to === undefined ? numbers.indexOf(index) : -1;
    const next = numbers.map((each) => (typeof each === "number" ? placeOf(each, index, to) : -1));
    if (gone === -1 && next.every((each, at) => each === numbers[at])) return [];
    const at = ["frames", number, "traces"];
    const edits: FigureEdit[] = [{ act: "set", path: at, value: next.filter((_, place) => place !== gone) }];
    // What the frame had for that trace goes with it, since the others are paired by their places.
    const data = isContainer(frame) ? frame["data"] : undefined;
    if (gone !== -1 && Array.isArray(data) && gone < data.length)
      edits.push({ act: "remove", path: ["frames", number, "data", gone] });
    return edits;
  });
  return [own, ...others];
}

/**
 * The edits that put an element of a list once more behind itself: a trace, an annotation, a shape. The copy gets a name of
 * its own, and loses the id.
 *
 * @param written the element as it is written.
 */
export function duplicateEdits(path: FigurePath, written: unknown): FigureEdit[] {
  const to = Number(path.at(-1)) + 1;
  const copy = [...path.slice(0, -1), to];
  const { name, uid } = isContainer(written) ? written : {};
  return [
    { act: "copy", path, to },
    ...(typeof name === "string" ? [{ act: "set", path: [...copy, "name"], value: `${name} (copy)` } as const] : []),
    ...(uid === undefined ? [] : [{ act: "remove", path: [...copy, "uid"] } as const]),
  ];
}

/** Where a trace is once another one has been moved or removed. */
function placeOf(trace: number, from: number, to: number | undefined): number {
  if (trace === from) return to ?? trace;
  const without = trace > from ? trace - 1 : trace;
  return to !== undefined && without >= to ? without + 1 : without;
}
