import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Json } from "../../../src/figure/model/figure.ts";
import { type ControlProps, shownValue, textOf } from "./controlProps.ts";
import { useDraft } from "./draft.ts";

/** Whatever JSON can hold: a number, a word, or a list. What is no JSON is a text. */
export function JsonControl(props: ControlProps): JSX.Element {
  const { id, disabled, fault, set } = props;
  const [broken, setBroken] = useState(false);
  const { own, otherwise } = shownValue(props);
  const draft = useDraft(own === undefined ? "" : typeof own === "string" ? own : JSON.stringify(own), (text) => {
    const value = readJson(text);
    setBroken(value === undefined && text.trim() !== "");
    if (value !== undefined || text.trim() === "") set(value);
  });
  return (
    <>
      <input
        id={id}
        class="input"
        type="text"
        value={draft.text}
        placeholder={otherwise === "" ? textOf(otherwise) : otherwise}
        disabled={disabled}
        spellcheck={false}
        aria-invalid={fault !== undefined || broken ? true : undefined}
        aria-describedby={broken ? `${id}-broken` : fault}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
        onBlur={draft.keep}
        onKeyDown={draft.onKeyDown}
      />
      {broken && (
        <span class="fault" id={`${id}-broken`} role="alert">
          Close the list or object that begins here.
        </span>
      )}
    </>
  );
}

/** The value that a text means; undefined where it begins as a list or an object and is none. */
function readJson(text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  try {
    return JSON.parse(trimmed) as Json;
  } catch {
    return /^[[{"]/.test(trimmed) ? undefined : trimmed;
  }
}
