import type { Json } from "../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { ManualRule } from "../../../src/figure/manual/manualTable.ts";
import type { Selection, SharedOrigin } from "../selection.ts";

/** What every kind of field is given. */
export interface ControlProps {
  /** Of the element that the label belongs to. */
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /** From the part to the attribute. */
  readonly path: FigurePath;
  readonly rule: ManualRule;
  readonly origin: SharedOrigin;
  readonly selection: Selection;
  readonly disabled: boolean;
  /** The id of what says why a value was refused; undefined where none was. */
  readonly fault: string | undefined;
  /** Writes a value; undefined leaves the attribute to the template and to Plotly. */
  readonly set: (value: Json | undefined) => void;
  /** Shows a value on the page alone. */
  readonly preview: (value: Json) => void;
}

/** The value that is written, and that of all others as the field shows it in grey. */
export function shownValue({ origin }: ControlProps): { readonly own: unknown; readonly otherwise: string } {
  if (origin.mixed) return { own: undefined, otherwise: "several values" };
  const own = origin.from === "written" ? origin.value : undefined;
  return { own, otherwise: textOf(origin.from === "written" ? undefined : origin.value) };
}

/** A value as a field shows it. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Math.abs(value) < 1e15 ? Number(value.toPrecision(12)) : value);
  // What Plotly draws in the place of a title in a figure that can be edited.
  if (typeof value === "string") return value.startsWith("Click to enter ") ? "" : value;
  if (ArrayBuffer.isView(value)) return `${"length" in value ? String(value.length) : ""} values`;
  if (Array.isArray(value) && value.length > 12) return `${value.length} values`;
  return JSON.stringify(value);
}

/** Whether an attribute that takes one value has a list, one for each point. */
export const hasList = ({ origin, rule }: ControlProps): boolean =>
  rule.arrayOk === true && (Array.isArray(origin.value) || ArrayBuffer.isView(origin.value) || isPacked(origin.value));

const isPacked = (value: unknown): boolean => typeof value === "object" && value !== null && "bdata" in value;
