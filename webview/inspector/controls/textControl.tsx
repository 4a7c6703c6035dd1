import type { JSX } from "preact";
import { type ControlProps, shownValue, textOf } from "./controlProps.ts";
import { useDraft } from "./draft.ts";

/** Names of attributes that often have several lines. */
const long = /^(?:text|hovertemplate|texttemplate|source)$/;

/** A text on one line, or on as many as it has. */
export function TextControl(props: ControlProps): JSX.Element {
  const { id, name, disabled, fault, set } = props;
  const { own, otherwise } = shownValue(props);
  const text = textOf(own);
  const draft = useDraft(text, (next) => set(next === "" && text !== "" && own === undefined ? undefined : next));
  const common = {
    id,
    class: "input",
    value: draft.text,
    placeholder: otherwise,
    disabled,
    "aria-invalid": fault === undefined ? undefined : true,
    "aria-describedby": fault,
    spellcheck: false,
    onBlur: draft.keep,
    onKeyDown: draft.onKeyDown,
  };
  return long.test(name) && (text.length > 32 || text.includes("\n") || text.includes("<br>")) ? (
    <textarea {...common} rows={3} onInput={({ currentTarget }) => draft.type(currentTarget.value)} />
  ) : (
    <input {...common} type="text" onInput={({ currentTarget }) => draft.type(currentTarget.value)} />
  );
}
