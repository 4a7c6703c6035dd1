import { movableArrays } from "./gridMove.ts";
import { inlinableReferences } from "./inlineText.ts";
import type { Outline } from "../text/outline/outline.ts";
import { looksLikeFigure } from "../checks/recognize.ts";

/** The commands that make sense for a text, by its content. Menus offer only these. */
export interface Abilities {
  /** It is a figure that can be read. */
  readonly isReadable: boolean;
  /** It holds arrays that a grid could take. */
  readonly hasArrays: boolean;
  /** It refers to columns whose values could be put in. */
  readonly hasReferences: boolean;
  /** It is a Python dict that could be JSON. */
  readonly isPython: boolean;
}

export const noAbilities: Abilities = { isReadable: false, hasArrays: false, hasReferences: false, isPython: false };

/** `isKnown`: a person treats it as a figure, or its name says so. Otherwise its content must look like one. */
export function abilitiesOf(outline: Outline, isKnown: boolean): Abilities {
  const isPython = outline.syntax.some(({ code }) => code === "python-dict");
  if (outline.syntax.length > 0) return { ...noAbilities, isPython };
  const isReadable = outline.root === "object" && (isKnown || looksLikeFigure(outline));
  if (!isReadable) return noAbilities;
  return {
    isReadable,
    hasArrays: movableArrays(outline).length > 0,
    hasReferences: inlinableReferences(outline).length > 0,
    isPython,
  };
}
