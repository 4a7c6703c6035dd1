/** Texts of the figures that are opened. Each has the title by which it is known when it is drawn. */

/** A scatter of 20 points. */
export const smallFigure = (title: string): string =>
  figure(title, [{ type: "scatter", x: whole(20), y: whole(20).map((x) => (x * 7) % 11) }]);

/** Two lines of floats in about a million bytes. */
export function megabyteFigure(title: string): string {
  const length = 25_000;
  const line = (phase: number) => ({ type: "scatter", mode: "lines", x: whole(length), y: wave(length, phase) });
  return figure(title, [line(0), line(1)]);
}

/** One line of so many points, of six digits each: 8 bytes a point. */
export const lineFigure = (title: string, points: number, more: Attributes = {}): string =>
  figure(
    title,
    [{ type: "scatter", mode: "lines", y: wave(points, 0).map((value) => Number(value.toFixed(5))) }],
    more,
  );

/** So many points for WebGL. */
export const cloudFigure = (title: string, points: number): string =>
  figure(title, [
    {
      type: "scattergl",
      mode: "markers",
      x: whole(points).map((x) => Number((x / 1000).toFixed(3))),
      y: wave(points, 0).map((value) => Number(value.toFixed(5))),
    },
  ]);

/** A heat map of so many rows of as many cells, of one digit each: 2 bytes a cell. */
export function cellsFigure(title: string, rows: number): string {
  const cells = whole(rows).map((row) =>
    whole(rows).map((column) =>
      Math.floor(5 + 4 * Math.sin(row / 300) * Math.cos(column / 200) + ((row * column) % 2)),
    ),
  );
  return figure(title, [{ type: "heatmap", z: cells }]);
}

/** So many lines of 20 points. */
export const tracesFigure = (title: string, traces: number): string =>
  figure(
    title,
    whole(traces).map((trace) => ({ type: "scatter", mode: "lines", y: wave(20, trace), name: `Line ${trace}` })),
  );

/** Lines of floats as Python writes them, 17 digits each, in about so many bytes. It comes in pieces. */
export function* floatsFigure(title: string, bytes: number): Generator<string> {
  const lines = 4;
  const piece = 1000;
  const pieces = Math.max(1, Math.round(bytes / lines / piece / 20.6));
  yield '{"data":[';
  for (let line = 0; line < lines; line++) {
    yield `${line > 0 ? "," : ""}{"type":"scatter","mode":"lines","name":"Line ${line}","y":[`;
    for (let count = 0; count < pieces; count++) {
      const values = wave(piece, line, count * piece).join(",");
      yield count > 0 ? `,${values}` : values;
    }
    yield "]}";
  }
  yield `],"layout":${JSON.stringify({ title: { text: title } })}}`;
}

type Attributes = Readonly<Record<string, unknown>>;

const figure = (title: string, data: readonly Attributes[], layout: Attributes = {}): string =>
  JSON.stringify({ data, layout: { title: { text: title }, ...layout } });

const whole = (length: number): number[] => Array.from({ length }, (_, index) => index);

function wave(length: number, phase: number, first = 0): number[] {
  return whole(length).map((index) => {
    const at = index + first;
    return Math.sin(at / 500 + phase) + Math.sin(at * 12.9898 + phase) / 20;
  });
}
