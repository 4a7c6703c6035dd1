/** How much of a figure is drawn. */
export interface Reduced {
  /** The points of all traces that are drawn reduced. */
  readonly points: Part;
  /** The cells of all heat maps that are. */
  readonly cells: Part;
}

export interface Part {
  readonly all: number;
  readonly drawn: number;
}

/** All parts together. */
export function sumOf(parts: readonly Part[]): Part {
  const sum = { all: 0, drawn: 0 };
  for (const { all, drawn } of parts) {
    sum.all += all;
    sum.drawn += drawn;
  }
  return sum;
}
