/** The index that each drawn trace has in the text; undefined where it has the same. */
type Origins = readonly number[] | undefined;

/** The index that a drawn trace has in the text; undefined where the text has no trace of its own for it. */
export const traceIn = (origins: Origins, index: number): number | undefined =>
  origins === undefined ? index : origins[index];

/** Whether several drawn traces are one in the text, as the groups of a transform are. */
export const isShared = (origins: Origins, index: number): boolean =>
  origins !== undefined && origins.filter((origin) => origin === origins[index]).length > 1;
