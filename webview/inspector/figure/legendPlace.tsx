import type { JSX } from "preact";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { arrowKeys } from "../controls/popup.tsx";
import type { Selection } from "../selection.ts";

const across = [
  ["left", 0.01, "left"],
  ["centre", 0.5, "center"],
  ["right", 0.99, "right"],
] as const;
const upwards = [
  ["Top", 0.99, "top"],
  ["Middle", 0.5, "middle"],
  ["Bottom", 0.01, "bottom"],
] as const;

interface PlaceProps {
  readonly selection: Selection;
  /** Of the legend, in the part. */
  readonly path: FigurePath;
}

/** Where the legend stands: nine places on the plot, and those beside, above and below it. */
export function LegendPlace({ selection, path }: PlaceProps): JSX.Element {
  const at = (name: string): unknown => selection.drawn([...path, name]);
  const [x, y] = [Number(at("x")), Number(at("y"))];
  const place = (values: { readonly [name: string]: string | number | undefined }, words: string): void =>
    selection.write(
      Object.entries(values).flatMap(([name, value]) => selection.edits([...path, name], value)),
      `Legend ${words}`,
    );
  const isAt = (left: number, top: number): boolean => Math.abs(x - left) < 0.2 && Math.abs(y - top) < 0.2;
  const disabled = selection.host.locked !== undefined;
  const outside = [
    ["Right of it", { x: undefined, xanchor: undefined, y: undefined, yanchor: undefined, orientation: undefined }],
    ["Above", { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom" }],
    ["Below", { orientation: "h", x: 0.5, xanchor: "center", y: -0.2, yanchor: "top" }],
  ] as const;
  return (
    <div class="field legend-place" role="group" aria-label="Place of the legend">
      <span class="label">Place</span>
      <span class="control">
        <span class="nine" onKeyDown={arrowKeys}>
          {upwards.flatMap(([row, top, yanchor], line) =>
            across.map(([column, left, xanchor], index) => (
              <button
                key={`${row}${column}`}
                type="button"
                data-stop
                tabIndex={line === 0 && index === 0 ? 0 : -1}
                aria-label={`${row} ${column}`}
                aria-pressed={isAt(left, top)}
                title={`${row} ${column}`}
                disabled={disabled}
                onClick={() => place({ x: left, xanchor, y: top, yanchor }, `${row.toLowerCase()} ${column}`)}
              />
            )),
          )}
        </span>
        <span class="beside">
          {outside.map(([words, values]) => (
            <button
              key={words}
              type="button"
              class="chip"
              disabled={disabled}
              onClick={() => place(values, words.toLowerCase())}
            >
              {words}
            </button>
          ))}
        </span>
      </span>
    </div>
  );
}
