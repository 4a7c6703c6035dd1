/** Which parameters of a segment of an SVG path are places on the x axis and on the y axis. */
const places: { readonly [command: string]: string } = {
  M: "xy",
  L: "xy",
  H: "x",
  V: "y",
  Q: "xyxy",
  C: "xyxyxy",
  T: "xy",
  S: "xyxy",
};

/** Moves every place of a path: `M2,3L4_5Z` with functions that move one value along each axis. */
export function movePath(path: string, move: { x(value: string): string; y(value: string): string }): string {
  return path.replaceAll(/[MLHVQCTSZ][^MLHVQCTSZ]*/g, (segment) => {
    const letters = places[segment.charAt(0)] ?? "";
    let at = 0;
    return (
      segment.charAt(0) +
      segment.slice(1).replaceAll(/[^\s,]+/g, (value) => {
        const letter = letters[at++];
        return letter === "x" || letter === "y" ? move[letter](value) : value;
      })
    );
  });
}
