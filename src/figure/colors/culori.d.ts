/** What we use of culori, which Plotly.js reads colours with too; it comes without types. */
declare module "culori/fn" {
  /** Channels are missing where `none` is written; `alpha` where the colour is opaque. */
  export interface Rgb {
    readonly mode: "rgb";
    readonly r?: number;
    readonly g?: number;
    readonly b?: number;
    readonly alpha?: number;
  }
  export interface Hsl {
    readonly mode: "hsl";
    readonly h?: number;
    readonly s?: number;
    readonly l?: number;
    readonly alpha?: number;
  }
  export interface Mode<Color> {
    readonly mode: string;
    readonly color?: Color;
  }
  export const modeRgb: Mode<Rgb>;
  export const modeHsl: Mode<Hsl>;
  export const colorsNamed: { readonly [name: string]: number | undefined };
  /** Makes colours of this space known to the parser; answers what converts to it. Undefined where a text is no colour. */
  export function useMode<Color>(mode: Mode<Color>): (color: string | Rgb | Hsl) => Color | undefined;
}
