import type { JSX } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { formatPath } from "../../../src/figure/model/path.ts";
import type { Json } from "../../../src/figure/model/figure.ts";
import { textOf } from "../controls/controlProps.ts";
import { FocusContext } from "../focused.ts";
import type { Selection } from "../selection.ts";
import { framesThatSet } from "./frames.ts";

const sentences = {
  written: "Written here.",
  template: "From the template.",
  default: "Plotly’s default.",
  computed: "Computed by Plotly.",
  unused: "Not in use now.",
} as const;

/** Says of the field with the focus where its value comes from and what it does, and offers to change it elsewhere. */
export function HelpPane({ selection }: { readonly selection: Selection }): JSX.Element {
  const focus = useContext(FocusContext);
  const [focused, setFocused] = useState(focus.field);
  useEffect(() => focus.listen(() => setFocused(focus.field)), [focus]);
  if (focused === undefined)
    return (
      <footer class="help">
        <p class="about">Choose a field to read where its value comes from and what it does.</p>
      </footer>
    );
  const { field } = focused;
  const origin = selection.origin(field.path, field.rule);
  const { value } = origin;
  const template = selection.templatePath(field.path);
  const frames = framesThatSet(selection, field.path);
  const isOwn = origin.from === "written" && !selection.isMany;
  return (
    <footer class="help" aria-live="polite">
      <p class="where">
        <code>{formatPath(selection.pathOf(field.path))}</code>
        <span class={`origin from-${origin.from}`}>{origin.mixed ? "Several values." : sentences[origin.from]}</span>
        {value !== undefined && !origin.mixed && <span class="now">{shortened(textOf(value))}</span>}
      </p>
      <p class="about">
        <Described text={field.rule.description ?? ""} />
      </p>
      {isOwn && (template !== undefined || frames.length > 0) && (
        <p class="offers">
          {template !== undefined && (
            <button
              type="button"
              class="button link"
              onClick={() =>
                selection.write(
                  [
                    { act: "set", path: template, value: value as Json },
                    { act: "remove", path: selection.pathOf(field.path) },
                  ],
                  "Move to the template",
                )
              }
            >
              Move to the Template, for All
            </button>
          )}
          {frames.length > 0 && (
            <button
              type="button"
              class="button link"
              onClick={() =>
                selection.write(
                  frames.map((path) => ({ act: "set", path, value: value as Json })),
                  "Change all frames",
                )
              }
            >
              {`Change in ${frames.length} Frames Too`}
            </button>
          )}
        </p>
      )}
    </footer>
  );
}

/** Plotly's words, with code as code. */
function Described({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text
        .split("`")
        .map((piece, index) =>
          index % 2 === 1 ? <code key={index}>{piece}</code> : piece.replaceAll(/\*(\S[^*]{0,40}?)\*/g, "“$1”"),
        )}
    </>
  );
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
