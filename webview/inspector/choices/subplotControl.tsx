import type { JSX } from "preact";
import { isContainer } from "../../../src/figure/model/container.ts";
import { valueAt } from "../../../src/figure/model/path.ts";
import { type ControlProps, shownValue, textOf } from "../controls/controlProps.ts";
import { Select } from "./choiceControl.tsx";

/** The ids of axes and other subplots that the figure has, and the words that the attribute takes beside them. */
export function SubplotControl(props: ControlProps): JSX.Element {
  const { id, rule, origin, disabled, fault, selection, set } = props;
  const { own } = shownValue(props);
  const values = (rule.values ?? []).filter((value) => typeof value === "string");
  const plain = values.filter((value) => !value.startsWith("/^"));
  const patterns = [
    ...values.filter((value) => value.startsWith("/^")),
    ...(rule.regex === undefined ? [] : [rule.regex]),
  ];
  const bases = patterns.flatMap((pattern) => /^\/\^([a-z]+)/.exec(pattern)?.[1] ?? []);
  if (rule.valType === "subplotid" && typeof rule.dflt === "string" && bases.length === 0) bases.push(rule.dflt);
  const names = new Set([
    ...keys(valueAt(selection.figure.full, ["layout"])),
    ...keys(valueAt(selection.figure.written, ["layout"])),
  ]);
  const ids = bases.flatMap((base) => idsOf(base, names));
  const chosen = own === undefined ? "" : textOf(own);
  const all = [...new Set([...plain, ...ids, ...(chosen === "" ? [] : [chosen])])];
  return (
    <Select
      id={id}
      disabled={disabled}
      fault={fault}
      chosen={chosen}
      otherwise={
        origin.mixed ? "several values" : textOf(origin.from === "written" ? rule.dflt : origin.value) || "automatic"
      }
      choices={all.map((value) => ({ value, words: value }))}
      set={(value) => set(value === "" ? undefined : value)}
    />
  );
}

/** `x`, `x2` for the axes `xaxis`, `xaxis2`; `legend2` for itself. */
function idsOf(base: string, names: ReadonlySet<string>): string[] {
  const member = /^[xy]$/.test(base) ? `${base}axis` : base;
  return [...names]
    .filter((name) => name.startsWith(member) && /^\d*$/.test(name.slice(member.length)))
    .map((name) => `${base}${name.slice(member.length)}`)
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
}

const keys = (value: unknown): string[] => (isContainer(value) ? Object.keys(value) : []);
