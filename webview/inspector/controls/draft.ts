import { useEffect, useRef, useState } from "preact/hooks";

/** A text that is being typed. */
export interface Draft {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Gives it to `commit` where it differs from what was there. */
  readonly keep: () => void;
  /** Does so once no more has come for a moment, as while an arrow key is held down. */
  readonly keepSoon: () => void;
  /** Brings back what was there. */
  readonly giveUp: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** How long a held key may pause, in milliseconds. */
const pause = 350;

/** A text of a field that is written when the person is done with it: with Enter or on leaving, and not with Escape. */
export function useDraft(current: string, commit: (text: string) => void): Draft {
  const [text, setText] = useState(current);
  const last = useRef(text);
  const isTyped = useRef(false);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ current, commit });
  latest.current = { current, commit };
  useEffect(() => {
    // What comes while somebody types does not take away what they have typed.
    if (isTyped.current) return;
    last.current = current;
    setText(current);
  }, [current]);
  useEffect(() => () => clearTimeout(due.current), []);
  const type = (next: string): void => {
    isTyped.current = true;
    last.current = next;
    setText(next);
  };
  const keep = (): void => {
    clearTimeout(due.current);
    isTyped.current = false;
    if (last.current !== latest.current.current) latest.current.commit(last.current);
  };
  const giveUp = (): void => {
    clearTimeout(due.current);
    isTyped.current = false;
    last.current = current;
    setText(current);
  };
  return {
    text,
    type,
    keep,
    keepSoon() {
      clearTimeout(due.current);
      due.current = setTimeout(keep, pause);
    },
    giveUp,
    onKeyDown(event) {
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        keep();
      } else if (event.key === "Escape" && last.current !== current) {
        event.stopPropagation();
        giveUp();
      }
    },
  };
}
