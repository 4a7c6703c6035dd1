import type { JSX } from "preact";
import type { Json } from "../../../src/figure/model/figure.ts";
import { type ControlProps, shownValue, textOf } from "../controls/controlProps.ts";

/** Words for values that say little by themselves. */
const words: { readonly [value: string]: string } = {
  true: "yes",
  false: "no",
  v: "vertical",
  h: "horizontal",
  "-": "automatic",
  "": "none",
  legendonly: "in the legend only",
  reversed: "reversed",
};

/** Words of an attribute's own. */
const ownWords: { readonly [name: string]: { readonly [value: string]: string } } = {
  autorange: { true: "automatic", false: "as the range says", reversed: "automatic, reversed" },
};

/** One of a few values. The first choice leaves the attribute to the template and to Plotly, and says what it is then. */
export function ChoiceControl(props: ControlProps): JSX.Element {
  const { id, name, rule, origin, disabled, fault, set } = props;
  const wordOf = (value: unknown): string => {
    const text = textOf(value);
    return value === undefined ? "automatic" : (ownWords[name]?.[text] ?? words[text] ?? text);
  };
  const { own } = shownValue(props);
  const values = (rule.values ?? []).filter((value) => typeof value !== "string" || !/^\d+$/.test(value));
  const texts = values.map((value) => JSON.stringify(value));
  const chosen = own === undefined ? "" : JSON.stringify(own);
  return (
    <Select
      id={id}
      disabled={disabled}
      fault={fault}
      chosen={chosen}
      otherwise={origin.mixed ? "several values" : wordOf(origin.from === "written" ? rule.dflt : origin.value)}
      choices={[...new Set([...texts, ...(chosen === "" ? [] : [chosen])])].map((text) => ({
        value: text,
        words: wordOf(JSON.parse(text)),
      }))}
      set={(text) => set(text === "" ? undefined : (JSON.parse(text) as Json))}
    />
  );
}

interface SelectProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly fault: string | undefined;
  /** Empty where nothing is written. */
  readonly chosen: string;
  /** What holds where nothing is written. */
  readonly otherwise: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly set: (value: string) => void;
}

/** A list that opens, of which the first entry stands for what nobody has written. */
export function Select({ id, disabled, fault, chosen, otherwise, choices, set }: SelectProps): JSX.Element {
  return (
    <span class={`select ${chosen === "" ? "inherited" : ""}`}>
      <select
        id={id}
        value={chosen}
        disabled={disabled}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={fault}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      >
        <option value="">{chosen === "" ? otherwise : `${otherwise} (reset)`}</option>
        {choices.map(({ value, words: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </span>
  );
}
