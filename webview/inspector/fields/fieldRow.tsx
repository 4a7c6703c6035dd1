import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import type { Json } from "../../../src/figure/model/figure.ts";
import type { Field } from "../../../src/figure/inspect/fields.ts";
import { valueRefusal } from "../../../src/figure/inspect/valueRefusal.ts";
import { Control } from "./control.tsx";
import type { ControlProps } from "../controls/controlProps.ts";
import { FocusContext } from "../focused.ts";
import { IconButton } from "../icons.tsx";
import type { Selection } from "../selection.ts";

export interface FieldRowProps {
  readonly selection: Selection;
  readonly field: Field;
  /** Our word for it, or Plotly's name. */
  readonly label: string;
  /** Where the row stands, since an attribute may be among the essentials and below. */
  readonly place: string;
  /** Whether the label is Plotly's name. */
  readonly isName?: boolean;
}

/** An attribute: its name, its field, and how to take back what is written. */
export function FieldRow({ selection, field, label, place, isName = false }: FieldRowProps): JSX.Element {
  const focus = useContext(FocusContext);
  const props = useField(selection, field, label, place);
  const { id, origin, fault } = props;
  const isWritten = origin.from === "written";
  return (
    <div
      class={`field from-${origin.from} ${origin.mixed ? "mixed" : ""}`}
      data-attribute={field.path.join(".")}
      onFocusCapture={() => focus.set({ field, label })}
      onPointerDown={() => focus.set({ field, label })}
      // Not before the field itself has it: what is drawn in between would take back what was typed.
      onInput={props.forget}
    >
      <label for={id} class={isName ? "name" : ""} title={field.path.join(".")}>
        {label}
      </label>
      <span class="control">
        <Control {...props} />
      </span>
      <IconButton
        icon="discard"
        class="reset"
        label={`Reset ${label}`}
        disabled={!isWritten || props.disabled}
        press={() => props.set(undefined)}
      />
      {fault !== undefined && (
        <p class="fault" id={fault} role="alert">
          {props.refusal}
        </p>
      )}
    </div>
  );
}

/** What a field needs to show and to write an attribute. What Plotly would not take is said, and not written. */
export function useField(
  selection: Selection,
  field: Field,
  label: string,
  place: string,
): ControlProps & { readonly refusal: string | undefined; readonly forget: () => void } {
  const [refusal, setRefusal] = useState<string>();
  const { path, name, rule } = field;
  const id = `${place}-${path.join("-")}`;
  const origin = selection.origin(path, rule);
  return {
    id,
    label,
    name,
    path,
    rule,
    origin,
    selection,
    disabled: selection.host.locked !== undefined,
    fault: refusal === undefined ? undefined : `${id}-fault`,
    refusal,
    forget: () => setRefusal(undefined),
    set(value: Json | undefined) {
      const refused = value === undefined ? undefined : valueRefusal(value, rule);
      setRefusal(refused);
      if (refused === undefined) selection.set(path, value, label.toLowerCase());
    },
    preview(value: Json) {
      if (valueRefusal(value, rule) === undefined) selection.preview(path, value);
    },
  };
}
