import type { JSX } from "preact";
import { unitOf } from "../../../src/figure/inspect/control.ts";
import { type ControlProps, shownValue, textOf } from "./controlProps.ts";
import { useDraft } from "./draft.ts";

/** Numbers that have both limits and those that people try out have a slider. */
const slid: { readonly [name: string]: readonly [min: number, max: number] } = {
  tickangle: [-180, 180],
  textangle: [-180, 180],
  angle: [-180, 180],
};

/** A number with its unit. The arrow keys step it; where it has limits, a slider drags it. */
export function NumberControl(props: ControlProps): JSX.Element {
  const { id, label, name, rule, origin, disabled, fault, set, preview } = props;
  const { own, otherwise } = shownValue(props);
  const { min, max, valType, extras = [] } = rule;
  const read = (text: string): number | string =>
    text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  const draft = useDraft(textOf(own), (next) => set(next.trim() === "" ? undefined : read(next.trim())));
  const limits: readonly [number, number] | undefined =
    slid[name] ?? (min !== undefined && max !== undefined && max - min <= 1000 ? [min, max] : undefined);
  const span = limits === undefined ? 0 : limits[1] - limits[0];
  const isWhole = valType === "integer";
  const step = isWhole || span > 20 ? 1 : span > 0 ? span / 100 : 1;
  const value = typeof origin.value === "number" ? origin.value : undefined;
  const by = (distance: number): void => {
    const from = Number(draft.text === "" ? (value ?? 0) : draft.text);
    if (!Number.isFinite(from)) return;
    const next = Math.min(Math.max(from + distance, min ?? -Infinity), max ?? Infinity);
    const rounded = Number(next.toPrecision(10));
    draft.type(String(rounded));
    preview(rounded);
  };
  const unit = unitOf(name, rule);
  const words = extras.filter((extra) => typeof extra === "string");
  return (
    <span class="number">
      {limits !== undefined && !origin.mixed && value !== undefined && (
        <input
          class="slider"
          type="range"
          aria-label={`${label}, slider`}
          min={limits[0]}
          max={limits[1]}
          step={step}
          value={draft.text === "" ? value : Number(draft.text)}
          disabled={disabled}
          onInput={({ currentTarget }) => {
            draft.type(currentTarget.value);
            preview(Number(currentTarget.value));
          }}
          onChange={draft.keepSoon}
          onPointerUp={draft.keep}
          onBlur={draft.keep}
        />
      )}
      <span class={`input unit-${unit === "" ? "none" : "some"}`}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          value={draft.text}
          placeholder={otherwise}
          disabled={disabled}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={fault}
          list={words.length > 0 ? `${id}-words` : undefined}
          onInput={({ currentTarget }) => draft.type(currentTarget.value)}
          onBlur={draft.keep}
          onKeyDown={(event) => {
            const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (direction === undefined) return draft.onKeyDown(event);
            event.preventDefault();
            by(direction * step * (event.shiftKey ? 10 : 1));
          }}
          onKeyUp={({ key }) => {
            if (key === "ArrowUp" || key === "ArrowDown") draft.keepSoon();
          }}
        />
        {unit !== "" && (
          <span class="unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
      {words.length > 0 && (
        <datalist id={`${id}-words`}>
          {words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </span>
  );
}
