import { element } from "./element.ts";

/** A sentence whose names stand between backticks, with these as code. */
export function withCode(sentence: string): (Node | string)[] {
  return sentence.split(/`([^`]*)`/).flatMap((part, number) => {
    if (part === "") return [];
    return [number % 2 === 1 ? element("code", {}, part) : part];
  });
}

/** The same for what takes text alone: tooltips, labels for screen readers. */
export const withoutCode = (sentence: string): string => sentence.replace(/`([^`]*)`/g, "“$1”");
