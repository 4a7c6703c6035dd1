import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { colorTexts, type ColorValue, parseColor } from "../../../src/figure/colors/colorValue.ts";
import type { Inspected } from "../../../src/figure/inspect/inspected.ts";
import { valueAt } from "../../../src/figure/model/path.ts";
import { palettes } from "../../../src/figure/inspect/looks/palettes.ts";
import { useDraft } from "../controls/draft.ts";
import { arrowKeys } from "../controls/popup.tsx";
import { Swatch } from "./swatch.tsx";

interface ChooserProps {
  readonly figure: Inspected;
  readonly color: string | undefined;
  readonly set: (color: string) => void;
  readonly preview: (color: string) => void;
}

/** A colour picked freely with its opacity, or from the figure's own colours and the usual palettes. */
export function ColorChooser({ figure, color, set, preview }: ChooserProps): JSX.Element {
  const [value, setValue] = useState<ColorValue>(
    (color === undefined ? undefined : parseColor(color)) ?? { red: 0, green: 0, blue: 0, alpha: 1 },
  );
  const textOf = (next: ColorValue): string => colorTexts(next, color ?? "#")[0] ?? "black";
  const hex = colorTexts({ ...value, alpha: 1 }, "#000000")[0] ?? "#000000";
  const picked = (text: string): ColorValue => ({ ...(parseColor(text) ?? value), alpha: value.alpha });
  const follow = (next: ColorValue): void => {
    setValue(next);
    preview(textOf(next));
  };
  const draft = useDraft(color ?? "", (text) => {
    if (text.trim() !== "") set(text.trim());
  });
  const colorway = valueAt(figure.full.layout, ["colorway"]);
  const own = Array.isArray(colorway)
    ? (colorway as readonly unknown[]).filter((each) => typeof each === "string")
    : [];
  return (
    <div class="color-chooser">
      <div class="pick">
        <label>
          <span>Colour</span>
          <input
            type="color"
            value={hex}
            onInput={({ currentTarget }) => follow(picked(currentTarget.value))}
            onChange={({ currentTarget }) => set(textOf(picked(currentTarget.value)))}
          />
        </label>
        <label>
          <span class="unseen">Colour as text</span>
          <input
            class="input"
            type="text"
            size={12}
            value={draft.text}
            spellcheck={false}
            onInput={({ currentTarget }) => draft.type(currentTarget.value)}
            onBlur={draft.keep}
            onKeyDown={draft.onKeyDown}
          />
        </label>
        <label class="alpha">
          <span>Opacity</span>
          <input
            class="slider"
            type="range"
            min="0"
            max="100"
            value={Math.round(value.alpha * 100)}
            onInput={({ currentTarget }) => follow({ ...value, alpha: Number(currentTarget.value) / 100 })}
            onChange={({ currentTarget }) => set(textOf({ ...value, alpha: Number(currentTarget.value) / 100 }))}
          />
          <output>{Math.round(value.alpha * 100)} %</output>
        </label>
      </div>
      <div class="palettes" onKeyDown={arrowKeys}>
        {own.length > 0 && <PaletteRow name="This figure" colors={own} note="" current={color} choose={set} first />}
        {palettes.slice(0, 13).map(({ name, colors, isSafe }) => (
          <PaletteRow key={name} name={name} colors={colors} note={isSafe ? "safe" : ""} current={color} choose={set} />
        ))}
      </div>
      <p class="about">“Safe” palettes can be told apart by colour-blind people.</p>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly colors: readonly string[];
  readonly note: string;
  readonly current: string | undefined;
  readonly first?: boolean;
  readonly choose: (color: string) => void;
}

function PaletteRow({ name, colors, note, current, first = false, choose }: RowProps): JSX.Element {
  return (
    <div class="palette" role="group" aria-label={note === "" ? name : `${name}, safe for colour-blind people`}>
      <span class="name">
        {name}
        {note !== "" && <span class="badge">{note}</span>}
      </span>
      <span class="swatches">
        {colors.slice(0, 12).map((color, index) => (
          <button
            key={`${color}${index}`}
            type="button"
            data-stop
            tabIndex={first && index === 0 ? 0 : -1}
            aria-label={color}
            aria-pressed={color.toLowerCase() === current?.toLowerCase()}
            title={color}
            onClick={() => choose(color)}
          >
            <Swatch color={color} />
          </button>
        ))}
      </span>
    </div>
  );
}
