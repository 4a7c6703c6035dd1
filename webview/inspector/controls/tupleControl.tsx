import type { JSX } from "preact";
import type { Json } from "../../../src/figure/model/figure.ts";
import { type ControlProps, textOf } from "./controlProps.ts";
import { useDraft } from "./draft.ts";

/** So many places side by side: the two ends of a range, the corner of a box. */
export function TupleControl(props: ControlProps): JSX.Element {
  const { id, label, rule, origin, disabled, fault, set } = props;
  const count = Array.isArray(rule.items) ? rule.items.length : 2;
  const values = Array.isArray(origin.value) ? (origin.value as readonly unknown[]) : [];
  const isOwn = origin.from === "written" && !origin.mixed;
  const keep = (place: number, text: string): void => {
    const next = Array.from({ length: count }, (_, index): Json => {
      if (index === place) return read(text);
      return (values[index] ?? null) as Json;
    });
    set(next.every((value) => value === null) ? undefined : next);
  };
  return (
    <span class="tuple" role="group" aria-label={label}>
      {Array.from({ length: count }, (_, place) => (
        <Place
          key={place}
          id={place === 0 ? id : `${id}-${place}`}
          label={`${label}, ${placeName(place, count)}`}
          text={isOwn ? textOf(values[place]) : ""}
          otherwise={origin.mixed ? "several" : isOwn ? "" : shortened(values[place])}
          disabled={disabled}
          fault={fault}
          keep={(text) => keep(place, text)}
        />
      ))}
    </span>
  );
}

interface PlaceProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly otherwise: string;
  readonly disabled: boolean;
  readonly fault: string | undefined;
  readonly keep: (text: string) => void;
}

function Place({ id, label, text, otherwise, disabled, fault, keep }: PlaceProps): JSX.Element {
  const draft = useDraft(text, keep);
  return (
    <input
      id={id}
      class="input"
      type="text"
      aria-label={label}
      value={draft.text}
      placeholder={otherwise}
      disabled={disabled}
      aria-invalid={fault === undefined ? undefined : true}
      aria-describedby={fault}
      onInput={({ currentTarget }) => draft.type(currentTarget.value)}
      onBlur={draft.keep}
      onKeyDown={draft.onKeyDown}
    />
  );
}

/** Plotly's own numbers have more digits than anybody reads. */
function shortened(value: unknown): string {
  if (typeof value === "number") return textOf(Number(value.toPrecision(5)));
  return typeof value === "string" ? value.replace(/(?: 00:00(?::00(?:\.\d+)?)?|\.\d+)$/, "") : textOf(value);
}

const placeName = (place: number, count: number): string =>
  count === 2 ? (place === 0 ? "from" : "to") : `place ${place + 1}`;

/** A number, a date or a name; null for nothing. */
function read(text: string): Json {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return Number.isFinite(Number(trimmed))
    ? Number(trimmed)
    : trimmed === "true"
      ? true
      : trimmed === "false"
        ? false
        : trimmed;
}
