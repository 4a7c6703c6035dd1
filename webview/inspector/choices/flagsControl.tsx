import type { JSX } from "preact";
import type { ControlProps } from "../controls/controlProps.ts";

/** Several of a few words, joined by `+`; or one that stands alone, such as `none`. */
export function FlagsControl({ id, label, rule, origin, disabled, set }: ControlProps): JSX.Element {
  const { flags = [], extras = [] } = rule;
  const value = origin.mixed ? undefined : origin.value;
  const on = new Set(typeof value === "string" && !extras.includes(value) ? value.split("+") : []);
  const toggle = (flag: string): void => {
    const next = flags.filter((each) => (each === flag ? !on.has(each) : on.has(each)));
    set(next.length === 0 ? (extras.includes("none") ? "none" : undefined) : next.join("+"));
  };
  const chip = (text: string, isOn: boolean, press: () => void, first: boolean): JSX.Element => (
    <button
      key={text}
      id={first ? id : undefined}
      type="button"
      class={`chip ${origin.from === "written" ? "" : "inherited"}`}
      aria-pressed={isOn}
      disabled={disabled}
      onClick={press}
    >
      {text}
    </button>
  );
  return (
    <span class="chips" role="group" aria-label={label}>
      {flags.map((flag, index) => chip(flag, on.has(flag), () => toggle(flag), index === 0))}
      {extras.map((extra) => chip(String(extra), value === extra, () => set(extra as string | boolean), false))}
    </span>
  );
}
