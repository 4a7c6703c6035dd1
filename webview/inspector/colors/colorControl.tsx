import type { JSX } from "preact";
import { type ControlProps, shownValue, textOf } from "../controls/controlProps.ts";
import { useDraft } from "../controls/draft.ts";
import { Popup } from "../controls/popup.tsx";
import { ColorChooser } from "./colorChooser.tsx";
import { Swatch } from "./swatch.tsx";

/** A colour: a swatch that opens the chooser, and its text. */
export function ColorControl(props: ControlProps): JSX.Element {
  const { id, label, origin, disabled, fault, selection, set, preview } = props;
  const { own, otherwise } = shownValue(props);
  const draft = useDraft(textOf(own), (text) => set(text.trim() === "" ? undefined : text.trim()));
  const color = origin.mixed || typeof origin.value !== "string" ? undefined : origin.value;
  return (
    <span class="color">
      <Popup
        label={`Choose a colour: ${label}`}
        class="swatch-button"
        disabled={disabled}
        face={<Swatch color={color} />}
      >
        {() => <ColorChooser figure={selection.figure} color={color} set={set} preview={preview} />}
      </Popup>
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
    </span>
  );
}

/** A colour where there is room for its swatch alone. */
export function SwatchControl({ id, label, origin, disabled, selection, set, preview }: ControlProps): JSX.Element {
  const color = origin.mixed || typeof origin.value !== "string" ? undefined : origin.value;
  return (
    <Popup id={id} label={label} class="swatch-button" disabled={disabled} face={<Swatch color={color} />}>
      {() => <ColorChooser figure={selection.figure} color={color} set={set} preview={preview} />}
    </Popup>
  );
}
