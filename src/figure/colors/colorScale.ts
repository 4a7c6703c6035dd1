import { parseColor } from "./colorValue.ts";

/** A stop of a colour scale, as Plotly writes it: its place from 0 to 1, and its colour. */
export type Stop = readonly [place: number, color: string];

/** The colours of numbers, as Plotly draws them: straight from one stop to the next, and those of the ends beyond them. */
export class ColorScale {
  /** The numbers at which the stops are, ascending. */
  readonly #places: Float64Array;
  /** Red, green, blue and alpha of each, from 0 to 255. */
  readonly #colors: Float64Array;

  private constructor(places: Float64Array, colors: Float64Array) {
    this.#places = places;
    this.#colors = colors;
  }

  /**
   * A scale over the numbers from `low` to `high`. Undefined where a colour is none that is read here, or the stops do not
   * ascend.
   */
  static of(stops: readonly Stop[], low: number, high: number, isReversed: boolean): ColorScale | undefined {
    const turned = isReversed ? stops.map(([place, color]) => [1 - place, color] as const).toReversed() : stops;
    const places = Float64Array.from(turned, ([place]) => low + place * (high - low));
    const colors = turned.map(([, color]) => parseColor(color));
    const isAscending = places.every((place, index) => index === 0 || place >= places[index - 1]!);
    if (places.length < 2 || !isAscending || !(low < high) || colors.includes(undefined)) return undefined;
    const channels = colors.flatMap((color) => [color!.red, color!.green, color!.blue, color!.alpha]);
    return new ColorScale(
      places,
      Float64Array.from(channels, (channel) => channel * 255),
    );
  }

  /** The four bytes of a pixel, red in the lowest, as a canvas takes them. */
  color(value: number): number {
    const places = this.#places;
    const colors = this.#colors;
    let stop = 0;
    while (stop < places.length - 2 && places[stop + 1]! <= value) stop++;
    const [from, to] = [places[stop]!, places[stop + 1]!];
    const part = Math.max(0, Math.min(1, (value - from) / (to - from || Infinity)));
    const at = stop * 4;
    return (
      (between(colors[at]!, colors[at + 4]!, part) |
        (between(colors[at + 1]!, colors[at + 5]!, part) << 8) |
        (between(colors[at + 2]!, colors[at + 6]!, part) << 16) |
        (between(colors[at + 3]!, colors[at + 7]!, part) << 24)) >>>
      0
    );
  }
}

const between = (from: number, to: number, part: number): number => Math.round(from + (to - from) * part);
