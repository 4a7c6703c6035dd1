import { isContainer } from "../../model/container.ts";

/** Families that computers have, or something alike: the generic one stands last. */
const safeFonts: readonly string[] = [
  "Arial, Helvetica, sans-serif",
  "Verdana, Geneva, sans-serif",
  "Tahoma, Geneva, sans-serif",
  '"Trebuchet MS", Helvetica, sans-serif',
  '"Open Sans", verdana, arial, sans-serif',
  '"Times New Roman", Times, serif',
  "Georgia, serif",
  '"Palatino Linotype", Palatino, serif',
  '"Courier New", Courier, monospace',
  "Consolas, Menlo, monospace",
];

/** The font families to choose from: those of the figure first, then those that are safe. */
export function fontsOf(written: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 8 || found.size >= 8) return;
    if (Array.isArray(value)) for (const item of value.slice(0, 50)) visit(item, depth + 1);
    else if (isContainer(value)) {
      const { family } = value;
      if (typeof family === "string" && family !== "") found.add(family);
      for (const member of Object.values(value)) visit(member, depth + 1);
    }
  };
  visit(written, 0);
  return [...new Set([...found, ...safeFonts])];
}
