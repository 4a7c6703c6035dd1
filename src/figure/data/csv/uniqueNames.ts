import { FreeNames } from "../columns/freeNames.ts";

/** Makes names of a header: a grid needs each name once and none empty. */
export function uniqueNames(header: readonly string[], isNameable: (name: string) => boolean = () => true): string[] {
  const names = new FreeNames();
  return header.map((cell, index) => {
    const written = cell.trim();
    return names.take(written === "" || !isNameable(written) ? `column ${index + 1}` : written);
  });
}
