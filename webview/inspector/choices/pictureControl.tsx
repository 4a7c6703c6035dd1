import type { JSX } from "preact";
import type { Json } from "../../../src/figure/model/figure.ts";
import { type ControlProps, shownValue, textOf } from "../controls/controlProps.ts";
import { arrowKeys, Popup } from "../controls/popup.tsx";
import { Picture, type PictureKind } from "./pictures.tsx";

/** A choice whose values have pictures: dashes, markers, patterns, heads of arrows. */
export function PictureControl({ kind, ...props }: ControlProps & { readonly kind: PictureKind }): JSX.Element {
  const { id, label, rule, origin, disabled, set } = props;
  const { own, otherwise } = shownValue(props);
  const shown = origin.mixed ? undefined : origin.value;
  const values =
    kind === "arrow"
      ? [0, 1, 2, 3, 4, 5, 6, 7, 8]
      : (rule.values ?? []).filter((value) => typeof value === "string" && !/^\d+$/.test(value));
  // Of markers, those that are full and open; others can be typed where all attributes stand.
  const choices = kind === "symbol" ? values.filter((value) => !String(value).endsWith("-dot")) : values;
  const hasPicture = shown !== undefined && typeof shown !== "object" && shown !== "";
  const text = own === undefined ? otherwise : textOf(own);
  const face = (
    <span class={`face ${own === undefined ? "inherited" : ""}`}>
      {hasPicture && <Picture kind={kind} value={shown} />}
      <span class="text">{text === "" ? "none" : text}</span>
    </span>
  );
  return (
    <Popup
      id={id}
      label={`${label}: ${text === "" ? "none" : text}`}
      class="select-like"
      disabled={disabled}
      face={face}
    >
      {(close) => (
        <div class={`pictures of-${kind}`} role="listbox" aria-label={label} onKeyDown={arrowKeys}>
          {choices.map((value) => (
            <button
              key={String(value)}
              type="button"
              role="option"
              data-stop
              tabIndex={value === shown ? 0 : -1}
              aria-selected={value === shown}
              aria-label={value === "" ? "none" : String(value)}
              title={value === "" ? "none" : String(value)}
              onClick={() => {
                set(value as Json);
                close();
              }}
            >
              {value === "" ? <span class="text">none</span> : <Picture kind={kind} value={value} />}
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}
