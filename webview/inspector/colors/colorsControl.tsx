import type { JSX } from "preact";
import { palettes } from "../../../src/figure/inspect/looks/palettes.ts";
import { type ControlProps, textOf } from "../controls/controlProps.ts";
import { useDraft } from "../controls/draft.ts";
import { arrowKeys, Popup } from "../controls/popup.tsx";
import { Swatch } from "./swatch.tsx";

/** A list of colours that traces or slices take in turn: one of the palettes, or typed. */
export function ColorsControl(props: ControlProps): JSX.Element {
  const { id, label, origin, disabled, fault, set } = props;
  const colors = !origin.mixed && Array.isArray(origin.value) ? (origin.value as readonly unknown[]).map(String) : [];
  const isOwn = origin.from === "written";
  const draft = useDraft(isOwn ? colors.join(", ") : "", (text) => {
    const next = text
      .split(/,(?![^(]*\))/)
      .map((each) => each.trim())
      .filter((each) => each !== "");
    set(next.length === 0 ? undefined : next);
  });
  const known = palettes.find((palette) => palette.colors.join() === colors.join().toLowerCase());
  return (
    <Popup
      id={id}
      label={`${label}: ${known?.name ?? `${colors.length} colours`}`}
      class="select-like"
      disabled={disabled}
      face={
        <span class="face">
          <Strip colors={colors} />
        </span>
      }
    >
      {(close) => (
        <div class="color-chooser">
          <div class="lines" role="listbox" aria-label={label} onKeyDown={arrowKeys}>
            {palettes.map(({ name, colors: offered, isSafe }, index) => (
              <button
                key={name}
                type="button"
                role="option"
                data-stop
                tabIndex={index === 0 ? 0 : -1}
                aria-selected={name === known?.name}
                aria-label={isSafe ? `${name}, safe for colour-blind people` : name}
                onClick={() => {
                  set([...offered]);
                  close();
                }}
              >
                <span class="name">
                  {name}
                  {isSafe && <span class="badge">safe</span>}
                </span>
                <Strip colors={offered} />
              </button>
            ))}
          </div>
          <label class="stacked">
            <span>Colours, with commas between them</span>
            <input
              class="input"
              type="text"
              value={draft.text}
              placeholder={isOwn ? "" : colors.map(textOf).join(", ")}
              spellcheck={false}
              aria-invalid={fault === undefined ? undefined : true}
              aria-describedby={fault}
              onInput={({ currentTarget }) => draft.type(currentTarget.value)}
              onBlur={draft.keep}
              onKeyDown={draft.onKeyDown}
            />
          </label>
        </div>
      )}
    </Popup>
  );
}

function Strip({ colors }: { readonly colors: readonly string[] }): JSX.Element {
  return (
    <span class="strip-of-colors" aria-hidden="true">
      {colors.slice(0, 12).map((color, index) => (
        <Swatch key={`${color}${index}`} color={color} />
      ))}
    </span>
  );
}
