import type { FigurePath } from "../../model/path.ts";

/**
 * One change of a figure's text to the letter, so that another can be its exact opposite. Texts are those of the file,
 * white space within them included.
 */
export type ExactEdit =
  /** The text of a value takes the place of the one that is there. */
  | { readonly act: "write"; readonly path: FigurePath; readonly text: string }
  /** A member or an element is added. */
  | {
      readonly act: "put";
      readonly path: FigurePath;
      /** Its place among the members or elements of its container. */
      readonly place: number;
      /** The key, and what is between it and the value; empty for an element. */
      readonly key: string;
      readonly text: string;
      /** The comma and the white space between it and the one before it, or behind it where it is the first. */
      readonly gap: string;
      /** Whether there is a member of the same name, which no longer counts then. Else that one's value is replaced. */
      readonly again?: boolean;
    }
  /** A member or an element is taken out, and nothing else. */
  | { readonly act: "drop"; readonly path: FigurePath }
  /** An element goes to another place of its list, counted without it, and its gap with it. */
  | { readonly act: "shift"; readonly path: FigurePath; readonly to: number };
