import type { JSX } from "preact";
import symbols from "../../../src/figure/inspect/looks/symbols.generated.json" with { type: "json" };

/** Dashes in units of a line of width 2. */
const dashes: { readonly [name: string]: string } = {
  solid: "",
  dot: "2 3",
  dash: "7 5",
  longdash: "12 5",
  dashdot: "7 4 2 4",
  longdashdot: "12 4 2 4",
};

/** A line through four points, as each shape of lines has it. */
const shapes: { readonly [name: string]: string } = {
  linear: "M2 13 L15 4 L28 10 L41 3",
  spline: "M2 13 C8 8 10 4 15 4 S23 10 28 10 S36 4 41 3",
  hv: "M2 13 H15 V4 H28 V10 H41 V3",
  vh: "M2 13 V4 H15 V10 H28 V3 H41",
  hvh: "M2 13 H8 V4 H21 V10 H34 V3 H41",
  vhv: "M2 13 V8 H15 V6 H28 V7 H41 V3",
};

const patterns: { readonly [name: string]: string } = {
  "/": "M-2 10 L10 -2 M4 18 L24 -2 M18 18 L38 -2 M32 18 L46 4",
  "\\": "M-2 6 L10 18 M2 -2 L22 18 M16 -2 L36 18 M30 -2 L46 14",
  x: "M4 18 L24 -2 M18 18 L38 -2 M2 -2 L22 18 M16 -2 L36 18",
  "-": "M0 3 H44 M0 8 H44 M0 13 H44",
  "|": "M6 0 V16 M14 0 V16 M22 0 V16 M30 0 V16 M38 0 V16",
  "+": "M0 4 H44 M0 12 H44 M8 0 V16 M20 0 V16 M32 0 V16",
  ".": "",
};

/** Heads of arrows, as Plotly numbers them, at the end of a line to the right. */
const arrows: readonly string[] = [
  "",
  "M28 3 L40 8 L28 13 Z",
  "M26 2 L40 8 L26 14 L31 8 Z",
  "M30 4 L40 8 L30 12",
  "M28 3 L40 8 L28 13 L31 8 Z",
  "M26 4 L40 8 L26 12 Z",
  "M34 8 m-4 0 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0",
  "M31 4 h8 v8 h-8 Z",
  "M40 2 V14",
];

/** What an attribute's values look like. */
export type PictureKind = "dash" | "lineShape" | "pattern" | "arrow" | "symbol";

/** Whether the values of an attribute have pictures. */
export function pictureKind(name: string, values: readonly unknown[] = []): PictureKind | undefined {
  if (values.includes("dashdot")) return "dash";
  if (name === "shape" && values.includes("hvh")) return "lineShape";
  if (name === "shape" && values.includes("\\")) return "pattern";
  if (name === "symbol" && values.includes("circle-open")) return "symbol";
  return undefined;
}

/** A small picture of one value. */
export function Picture({ kind, value }: { readonly kind: PictureKind; readonly value: unknown }): JSX.Element {
  const text = String(value);
  if (kind === "symbol") return <SymbolPicture name={text} />;
  return (
    <svg class="picture" width="44" height="16" viewBox="0 0 44 16" aria-hidden="true">
      {kind === "dash" && (
        <path d="M2 8 H42" stroke-width="2" stroke-dasharray={dashes[text] ?? text.replaceAll("px", "")} />
      )}
      {kind === "lineShape" && <path d={shapes[text] ?? ""} stroke-width="1.5" />}
      {kind === "pattern" && <path d={patterns[text] ?? ""} stroke-width="1.5" />}
      {kind === "pattern" &&
        text === "." &&
        [6, 14, 22, 30, 38].map((x) => <circle key={x} class="full" cx={x} cy="8" r="1.8" />)}
      {kind === "arrow" && <path d="M4 8 H36" stroke-width="1.5" />}
      {kind === "arrow" && (
        <path class={text === "3" || text === "8" ? "" : "full"} d={arrows[Number(text)] ?? ""} stroke-width="1.5" />
      )}
    </svg>
  );
}

function SymbolPicture({ name }: { readonly name: string }): JSX.Element {
  const base = name.replace(/(?:-open)?(?:-dot)?$/, "");
  const known = (symbols as { readonly [name: string]: { readonly path: string; readonly line?: boolean } })[base];
  const isOpen = name.includes("-open") || known?.line === true;
  return (
    <svg class="picture" width="16" height="16" viewBox="-9 -9 18 18" aria-hidden="true">
      <path class={isOpen ? "" : "full"} d={known?.path ?? ""} stroke-width="1.4" />
      {name.endsWith("-dot") && <circle class={isOpen ? "full" : "hollow"} r="1.6" />}
    </svg>
  );
}
