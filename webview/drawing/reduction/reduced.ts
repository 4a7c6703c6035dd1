/** How much of a figure is drawn. */
export interface Reduced {
  /** The points of all traces that are drawn reduced. */
  readonly points: number;
  readonly drawn: number;
}
