import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Field } from "../../../src/figure/inspect/fields.ts";
import { fieldAt } from "../../../src/figure/inspect/fieldAt.ts";
import { FamilyControl } from "../choices/wordControls.tsx";
import { SwatchControl } from "../colors/colorControl.tsx";
import { NumberControl } from "../controls/numberControl.tsx";
import { FocusContext } from "../focused.ts";
import { IconButton } from "../icons.tsx";
import type { Selection } from "../selection.ts";
import { useField } from "./fieldRow.tsx";

interface FontRowProps {
  readonly selection: Selection;
  readonly path: FigurePath;
  readonly label: string;
}

/** A font: family and size, weight and slant, colour, together. */
export function FontRow({ selection, path, label }: FontRowProps): JSX.Element {
  const parts = ["family", "size", "weight", "style", "color"].map((name) =>
    fieldAt(selection.container, [...path, name]),
  );
  const [family, size, weight, style, color] = parts;
  const isWritten = selection.written(path) !== undefined;
  const places = `font-${path.join("-")}`;
  return (
    <div
      class={`field font from-${isWritten ? "written" : "default"}`}
      data-attribute={path.join(".")}
      role="group"
      aria-label={label}
    >
      <span class="label" title={path.join(".")}>
        {label}
      </span>
      <span class="control">
        <span class="font-parts">
          {family && (
            <Part
              selection={selection}
              field={family}
              label={`${label}, family`}
              place={places}
              control={FamilyControl}
            />
          )}
          {size && (
            <Part selection={selection} field={size} label={`${label}, size`} place={places} control={NumberControl} />
          )}
          {weight && (
            <Toggle selection={selection} field={weight} label={`${label}, bold`} letter="B" on="bold" off="normal" />
          )}
          {style && (
            <Toggle
              selection={selection}
              field={style}
              label={`${label}, italic`}
              letter="I"
              on="italic"
              off="normal"
            />
          )}
          {color && (
            <Part
              selection={selection}
              field={color}
              label={`${label}, colour`}
              place={places}
              control={SwatchControl}
            />
          )}
        </span>
      </span>
      <IconButton
        icon="discard"
        class="reset"
        label={`Reset ${label}`}
        disabled={!isWritten || selection.host.locked !== undefined}
        press={() => selection.set(path, undefined, label.toLowerCase())}
      />
    </div>
  );
}

interface PartProps {
  readonly selection: Selection;
  readonly field: Field;
  readonly label: string;
}

function Part({
  control: Shown,
  place,
  ...props
}: PartProps & { readonly place: string; readonly control: typeof NumberControl }): JSX.Element {
  const focus = useContext(FocusContext);
  const given = useField(props.selection, props.field, props.label, place);
  return (
    <span class={`font-part of-${props.field.name}`} onFocusCapture={() => focus.set(props)} onInput={given.forget}>
      <label class="unseen" for={given.id}>
        {props.label}
      </label>
      <Shown {...given} />
      {given.refusal !== undefined && (
        <span class="fault" id={given.fault} role="alert">
          {given.refusal}
        </span>
      )}
    </span>
  );
}

function Toggle({
  letter,
  on,
  off,
  ...props
}: PartProps & { readonly letter: string; readonly on: string; readonly off: string }): JSX.Element {
  const focus = useContext(FocusContext);
  const { origin, disabled, set } = useField(props.selection, props.field, props.label, "toggle");
  const isOn = origin.value === on || (typeof origin.value === "number" && on === "bold" && origin.value >= 600);
  return (
    <button
      type="button"
      class={`chip letter-${letter}`}
      aria-label={props.label}
      aria-pressed={isOn}
      title={props.label}
      disabled={disabled}
      onFocus={() => focus.set(props)}
      onClick={() => set(isOn ? (origin.from === "written" ? undefined : off) : on)}
    >
      {letter}
    </button>
  );
}
