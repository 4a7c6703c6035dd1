import type { JSX } from "preact";

/** A small square of a colour, on a chequered ground where it is seen through. */
export function Swatch({ color }: { readonly color: string | undefined }): JSX.Element {
  return (
    <span class={`swatch ${color === undefined ? "empty" : ""}`}>
      {color !== undefined && <span style={{ background: color }} />}
    </span>
  );
}
