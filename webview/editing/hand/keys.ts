/** What a key needs to know of a part. */
interface Keyed {
  readonly key: string;
  readonly text?: unknown;
  readonly mover?: unknown;
  readonly nudger?: unknown;
  readonly removal?: unknown;
}

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type KeyAction<Part> =
  | { readonly type: "choose"; readonly part: Part }
  | { readonly type: "leave" | "edit" | "remove" | "nudge" };

/**
 * What a key does in the list of parts. Tab goes through the parts, and on from the last. Arrows move what is chosen, and
 * go through the parts where it stays where it is. Undefined where it is nothing of ours.
 */
export function keyAction<Part extends Keyed>(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Key,
  parts: readonly Part[],
  chosen: Part | undefined,
): KeyAction<Part> | undefined {
  if (altKey || metaKey || (ctrlKey && !key.startsWith("Arrow"))) return undefined;
  const at = chosen === undefined ? -1 : parts.findIndex((part) => part.key === chosen.key);
  const to = (index: number): KeyAction<Part> | undefined => {
    const part = parts[index];
    return part && { type: "choose", part };
  };
  switch (key) {
    case "Tab":
      return chosen === undefined ? undefined : to(shiftKey ? at - 1 : at + 1);
    case "Home":
      return to(0);
    case "End":
      return to(parts.length - 1);
    case "ArrowUp":
    case "ArrowLeft":
    case "ArrowDown":
    case "ArrowRight": {
      const isMovable = (chosen?.nudger ?? chosen?.mover) !== undefined;
      if (isMovable && !ctrlKey) return { type: "nudge" };
      const isBack = key === "ArrowUp" || key === "ArrowLeft";
      return to(Math.max(0, Math.min(parts.length - 1, isBack ? at - 1 : at + 1)));
    }
    case "Escape":
      return chosen === undefined ? undefined : { type: "leave" };
    case "Enter":
    case "F2":
      return chosen?.text === undefined ? undefined : { type: "edit" };
    case "Delete":
    case "Backspace":
      return chosen?.removal === undefined ? undefined : { type: "remove" };
    default:
      return undefined;
  }
}
