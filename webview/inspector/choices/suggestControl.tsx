import type { JSX } from "preact";
import { arrowKeys, Popup } from "../controls/popup.tsx";
import { type ControlProps, shownValue, textOf } from "../controls/controlProps.ts";
import { useDraft } from "../controls/draft.ts";
import { Icon } from "../icons.tsx";

/** Something to choose instead of typing it. */
export interface Suggestion {
  readonly value: string | number;
  readonly words: string;
  /** What it looks like. */
  readonly example?: string;
  /** The family that it is written in. */
  readonly family?: string;
}

interface SuggestProps extends ControlProps {
  readonly suggestions: readonly Suggestion[];
  /** What the field shows for a value. */
  readonly shown?: (value: unknown) => string;
  readonly read: (text: string) => string | number | undefined;
}

/** A field in which anything can be typed, with a list of what people often want. */
export function SuggestControl({ suggestions, shown = textOf, read, ...props }: SuggestProps): JSX.Element {
  const { id, label, origin, disabled, fault, set } = props;
  const { own } = shownValue(props);
  const draft = useDraft(textOf(own), (text) => set(text.trim() === "" ? undefined : read(text)));
  const otherwise = origin.mixed ? "several values" : origin.from === "written" ? "" : shown(origin.value);
  return (
    <span class="suggest">
      <input
        id={id}
        class="input"
        type="text"
        value={draft.text}
        placeholder={otherwise === "" ? "automatic" : otherwise}
        disabled={disabled}
        spellcheck={false}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={fault}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
        onBlur={draft.keep}
        onKeyDown={draft.onKeyDown}
      />
      <Popup label={`Choose: ${label}`} class="more" disabled={disabled} face={<Icon name="chevron-down" />}>
        {(close) => (
          <div class="suggestions" role="listbox" aria-label={label} onKeyDown={arrowKeys}>
            {suggestions.map(({ value, words, example, family }, index) => (
              <button
                key={value}
                type="button"
                role="option"
                data-stop
                tabIndex={index === 0 ? 0 : -1}
                aria-selected={value === own}
                onClick={() => {
                  set(value);
                  close();
                }}
              >
                <span style={family === undefined ? undefined : { fontFamily: family }}>{example ?? words}</span>
                {example !== undefined && <span class="about">{words}</span>}
              </button>
            ))}
          </div>
        )}
      </Popup>
    </span>
  );
}
