import { isContainer } from "../../../src/figure/model/container.ts";
import { frameTarget } from "../../../src/figure/model/trace.ts";
import { type FigurePath, valueAt } from "../../../src/figure/model/path.ts";
import type { Selection } from "../selection.ts";

/** Where frames of an animation set an attribute of the first part themselves, so that a change of the part is not seen in them. */
export function framesThatSet(selection: Selection, inside: FigurePath): FigurePath[] {
  const [root, index, ...rest] = selection.pathOf(inside);
  const frames = valueAt(selection.figure.written, ["frames"]);
  if (!Array.isArray(frames)) return [];
  return (frames as readonly unknown[]).flatMap((frame, number): FigurePath[] => {
    if (!isContainer(frame)) return [];
    const own = frame[root === "data" ? "data" : "layout"];
    if (root === "layout") {
      const path: FigurePath = index === undefined ? [] : [index, ...rest];
      return valueAt(own, path) === undefined ? [] : [["frames", number, "layout", ...path]];
    }
    const traces = Array.isArray(own) ? [...own.keys()] : [];
    return traces
      .filter((each) => frameTarget(frame, each) === index && valueAt(own, [each, ...rest]) !== undefined)
      .map((each): FigurePath => ["frames", number, "data", each, ...rest]);
  });
}
