import type { JSX } from "preact";
import type { ControlProps } from "./controlProps.ts";

/** True or false. */
export function SwitchControl({ id, origin, disabled, set }: ControlProps): JSX.Element {
  const isOn = origin.value === true;
  return (
    <input
      id={id}
      class="check"
      type="checkbox"
      checked={isOn && !origin.mixed}
      indeterminate={origin.mixed}
      disabled={disabled}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
    />
  );
}
