import { element } from "./element.ts";

/** Makes the names between backticks in a sentence elements of code. */
export function withCode(sentence: string): (Node | string)[] {
  return sentence.split(/`([^`]*)`/).flatMap((part, number) => {
    if (part === "") return [];
    return [number % 2 === 1 ? element("code", {}, part) : part];
  });
}

/** Puts the names between backticks in quotes, for tooltips and labels, which take text alone. */
export const withoutCode = (sentence: string): string => sentence.replace(/`([^`]*)`/g, "“$1”");
