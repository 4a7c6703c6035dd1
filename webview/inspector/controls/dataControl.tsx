import type { JSX } from "preact";
import { isContainer } from "../../../src/figure/model/container.ts";
import { formatCount } from "../../../src/figure/model/counts.ts";
import { valueAt } from "../../../src/figure/model/path.ts";
import type { ControlProps } from "./controlProps.ts";

/** An array of data: what it is now, and the other arrays of the figure that it could be. */
export function DataControl({ id, path, origin, selection, disabled, set, rule }: ControlProps): JSX.Element {
  const { host } = selection;
  const at = selection.pathOf(path);
  const source = valueAt(host.written, [...at.slice(0, -1), `${String(at.at(-1))}src`]);
  const own = (host.columns ?? []).find((column) => JSON.stringify(column.path) === JSON.stringify(at));
  const length = own?.length ?? lengthOf(selection.drawn(path) ?? origin.value);
  const now =
    typeof source === "string"
      ? `column ${source}`
      : length === undefined
        ? "none"
        : `${formatCount(length, "value")}${origin.from === "written" ? "" : ", computed"}`;
  const others = (host.columns ?? []).filter((column) => column !== own).slice(0, 200);
  const canTake = host.act !== undefined && others.length > 0;
  return (
    <span class="select inherited">
      <select
        id={id}
        value=""
        disabled={disabled || (!canTake && rule.arrayOk !== true)}
        onChange={({ currentTarget }) => {
          const from = others[Number(currentTarget.value)];
          if (currentTarget.value === "one") set(undefined);
          else if (from !== undefined) host.act?.({ act: "useColumn", path: at, from: from.path }, `Use ${from.label}`);
          currentTarget.value = "";
        }}
      >
        <option value="">{now}</option>
        {rule.arrayOk === true && <option value="one">One value for all</option>}
        {canTake && (
          <optgroup label="Instead">
            {others.map(({ label, length: count }, index) => (
              <option key={index} value={index}>
                {label} ({formatCount(count, "value")})
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </span>
  );
}

function lengthOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  if (ArrayBuffer.isView(value))
    return value.byteLength / ("BYTES_PER_ELEMENT" in value ? Number(value.BYTES_PER_ELEMENT) : 1);
  return isContainer(value) ? undefined : undefined;
}
