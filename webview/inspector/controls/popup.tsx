import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

interface PopupProps {
  /** Of the button that opens it. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly class?: string;
  readonly disabled?: boolean;
  /** What the button shows. */
  readonly face: ComponentChildren;
  /** What is in the popup, which is made when it opens. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button with a popup below it, or above it where there is more room. A click elsewhere and Escape close it. */
export function Popup({ id, label, class: name = "", disabled = false, face, children }: PopupProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const popupId = useId();
  useLayoutEffect(() => {
    const [anchor, element] = [button.current, popup.current];
    if (!isOpen || anchor === null || element === null) return undefined;
    element.showPopover();
    place(anchor, element);
    (element.querySelector<HTMLElement>("[aria-selected=true], [aria-pressed=true]") ?? firstStop(element))?.focus();
    const closed = (event: Event): void => {
      if ((event as ToggleEvent).newState !== "closed") return;
      setOpen(false);
      if (document.activeElement === document.body || element.contains(document.activeElement)) anchor.focus();
    };
    element.addEventListener("beforetoggle", closed);
    return () => element.removeEventListener("beforetoggle", closed);
  }, [isOpen]);
  const close = (): void => {
    popup.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        class={`popup-button ${name}`}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? popupId : undefined}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div ref={popup} id={popupId} class="popup" popover="auto" role="dialog" aria-label={label}>
          {children(close)}
        </div>
      )}
    </>
  );
}

const firstStop = (root: HTMLElement): HTMLElement | null =>
  root.querySelector<HTMLElement>("button:not([tabindex='-1']), input, select, [tabindex='0']");

function place(anchor: HTMLElement, popup: HTMLElement): void {
  const { left, top, bottom, width } = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = popup;
  const room = 6;
  const below = window.innerHeight - bottom - room;
  const isBelow = offsetHeight <= below || below >= top;
  popup.style.left = `${Math.max(room, Math.min(left, window.innerWidth - offsetWidth - room))}px`;
  popup.style.minWidth = `${Math.min(width, window.innerWidth - 2 * room)}px`;
  if (isBelow) popup.style.top = `${bottom + 2}px`;
  else popup.style.top = `${Math.max(room, top - offsetHeight - 2)}px`;
  popup.style.maxHeight = `${Math.max(160, isBelow ? below : top - room)}px`;
}

/** Moves the focus among the buttons of a grid or list with the arrow keys, so that it is one stop of the Tab key. */
export function arrowKeys(event: KeyboardEvent): void {
  const root = event.currentTarget as HTMLElement;
  const stops = [...root.querySelectorAll<HTMLElement>("[data-stop]")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  const { top } = stops[at]?.getBoundingClientRect() ?? { top: 0 };
  const perRow = Math.max(1, stops.filter((stop) => Math.abs(stop.getBoundingClientRect().top - top) < 2).length);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + perRow,
    ArrowUp: at - perRow,
    Home: 0,
    End: stops.length - 1,
  }[event.key];
  const next = to === undefined ? undefined : stops[Math.max(0, Math.min(to, stops.length - 1))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
