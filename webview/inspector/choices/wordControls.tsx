import type { JSX } from "preact";
import { exampleValue, formatChoices, formatted } from "../../../src/figure/inspect/words/formats.ts";
import { spacings, spacingWords } from "../../../src/figure/inspect/words/spacing.ts";
import { fontsOf } from "../../../src/figure/inspect/words/fonts.ts";
import type { ControlProps } from "../controls/controlProps.ts";
import { SuggestControl } from "./suggestControl.tsx";

/** The axis that an attribute belongs to, as the engine has it. */
function axisOf({ selection, path }: ControlProps): { readonly type: unknown; readonly range: unknown } {
  const parent = path.slice(0, -1);
  return { type: selection.drawn([...parent, "type"]), range: selection.drawn([...parent, "range"]) };
}

/** A d3 format, with a value of the figure as it looks in the usual ones. */
export function FormatControl(props: ControlProps): JSX.Element {
  const { type, range } = axisOf(props);
  const isDate = type === "date";
  const value = exampleValue(range, isDate, type === "log");
  const suggestions = formatChoices(isDate).map(({ format, about }) => ({
    value: format,
    words: `${format.replaceAll("\n", "⏎")} · ${about}`,
    example: formatted(format, value) ?? format,
  }));
  return <SuggestControl {...props} suggestions={suggestions} read={(text) => text} />;
}

/** The distance between ticks, in words. */
export function SpacingControl(props: ControlProps): JSX.Element {
  const { type, range } = axisOf(props);
  const suggestions = spacings(type, range).map(({ value, words }) => ({ value, words }));
  return (
    <SuggestControl
      {...props}
      suggestions={suggestions}
      shown={(value) => spacingWords(value, type)}
      read={(text) => (Number.isFinite(Number(text)) ? Number(text) : text.trim())}
    />
  );
}

/** A font family: those of the figure, those that every computer has, or any. */
export function FamilyControl(props: ControlProps): JSX.Element {
  const suggestions = fontsOf(props.selection.figure.written).map((family) => ({
    value: family,
    words: (family.split(",")[0] ?? family).replaceAll('"', "").trim(),
    family,
  }));
  return <SuggestControl {...props} suggestions={suggestions} read={(text) => text.trim()} />;
}
