import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fieldAt } from "../../../src/figure/inspect/fieldAt.ts";
import { journalColumns, journalEdits } from "../../../src/figure/inspect/words/journals.ts";
import { fromPixels, type LengthUnit, lengthUnits, toPixels } from "../../../src/figure/inspect/words/lengths.ts";
import { textOf } from "../controls/controlProps.ts";
import { useDraft } from "../controls/draft.ts";
import { FieldRow } from "../fields/fieldRow.tsx";
import { IconButton } from "../icons.tsx";
import type { Selection } from "../selection.ts";

let lastUnit: LengthUnit = "px";

/** Width and height in the unit that one thinks in, the columns of journals, and margins. */
export function SizeRows({ selection }: { readonly selection: Selection }): JSX.Element {
  const [unit, setUnit] = useState<LengthUnit>(lastUnit);
  const locked = selection.host.locked !== undefined;
  const isSized = selection.written(["width"]) !== undefined || selection.written(["height"]) !== undefined;
  return (
    <>
      <div class={`field from-${isSized ? "written" : "default"}`} role="group" aria-label="Size">
        <span class="label">Size</span>
        <span class="control size">
          <Length selection={selection} name="width" unit={unit} label="Width" />
          <span aria-hidden="true">×</span>
          <Length selection={selection} name="height" unit={unit} label="Height" />
          <span class="select">
            <select
              aria-label="Unit"
              value={unit}
              onChange={({ currentTarget }) => {
                lastUnit = currentTarget.value as LengthUnit;
                setUnit(lastUnit);
              }}
            >
              {lengthUnits.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </span>
        </span>
        <IconButton
          icon="discard"
          class="reset"
          label="Let the figure follow its page"
          disabled={!isSized || locked}
          press={() =>
            selection.write(
              [...selection.edits(["width"], undefined), ...selection.edits(["height"], undefined)],
              "Reset the size",
            )
          }
        />
      </div>
      <div class="field">
        <label for="journal">For a journal</label>
        <span class="control">
          <span class="select inherited">
            <select
              id="journal"
              value=""
              disabled={locked}
              onChange={({ currentTarget }) => {
                const column = journalColumns[Number(currentTarget.value)];
                if (currentTarget.value !== "" && column !== undefined) {
                  lastUnit = "mm";
                  setUnit("mm");
                  selection.write(journalEdits(selection.figure, column), `Size for ${column.journal}`);
                }
                currentTarget.value = "";
              }}
            >
              <option value="">column widths and letters</option>
              {[...Map.groupBy(journalColumns.entries(), ([, { journal }]) => journal)].map(([journal, columns]) => (
                <optgroup key={journal} label={journal}>
                  {columns.map(([index, { column, width, points }]) => (
                    <option key={index} value={index}>{`${column}: ${width} mm, ${points} pt`}</option>
                  ))}
                </optgroup>
              ))}
            </select>
          </span>
        </span>
      </div>
      <Margins selection={selection} />
      {(["margin.autoexpand"] as const).map((key) => {
        const field = fieldAt(selection.container, key.split("."));
        return field && <FieldRow key={key} selection={selection} field={field} label="Grow for labels" place="size" />;
      })}
    </>
  );
}

interface LengthProps {
  readonly selection: Selection;
  readonly name: "width" | "height";
  readonly unit: LengthUnit;
  readonly label: string;
}

function Length({ selection, name, unit, label }: LengthProps): JSX.Element {
  const shown = (value: unknown): string => (typeof value === "number" ? textOf(fromPixels(value, unit)) : "");
  const draft = useDraft(shown(selection.written([name])), (text) => {
    const length = Number(text);
    if (text.trim() === "") selection.set([name], undefined, name);
    else if (length > 0) selection.set([name], Math.max(10, toPixels(length, unit)), name);
    else draft.giveUp();
  });
  return (
    <input
      class="input"
      type="text"
      inputMode="decimal"
      aria-label={`${label} in ${unit}`}
      value={draft.text}
      placeholder={shown(selection.drawn([name]))}
      disabled={selection.host.locked !== undefined}
      onInput={({ currentTarget }) => draft.type(currentTarget.value)}
      onBlur={draft.keep}
      onKeyDown={draft.onKeyDown}
    />
  );
}

const sides = [
  ["l", "Left"],
  ["r", "Right"],
  ["t", "Top"],
  ["b", "Bottom"],
] as const;

function Margins({ selection }: { readonly selection: Selection }): JSX.Element {
  const isWritten = selection.written(["margin"]) !== undefined;
  return (
    <div class={`field from-${isWritten ? "written" : "default"}`} role="group" aria-label="Margins in pixels">
      <span class="label">Margins</span>
      <span class="control tuple">
        {sides.map(([name, label]) => (
          <Margin key={name} selection={selection} name={name} label={label} />
        ))}
      </span>
      <IconButton
        icon="discard"
        class="reset"
        label="Reset Margins"
        disabled={!isWritten || selection.host.locked !== undefined}
        press={() => selection.set(["margin"], undefined, "margins")}
      />
    </div>
  );
}

function Margin({
  selection,
  name,
  label,
}: {
  readonly selection: Selection;
  readonly name: string;
  readonly label: string;
}): JSX.Element {
  const draft = useDraft(textOf(selection.written(["margin", name])), (text) => {
    if (text.trim() === "") selection.set(["margin", name], undefined, "margin");
    else if (Number(text) >= 0) selection.set(["margin", name], Number(text), "margin");
    else draft.giveUp();
  });
  return (
    <input
      class="input"
      type="text"
      inputMode="decimal"
      title={label}
      aria-label={`${label} margin`}
      value={draft.text}
      placeholder={`${label.charAt(0)} ${textOf(selection.drawn(["margin", name]))}`}
      disabled={selection.host.locked !== undefined}
      onInput={({ currentTarget }) => draft.type(currentTarget.value)}
      onBlur={draft.keep}
      onKeyDown={draft.onKeyDown}
    />
  );
}
