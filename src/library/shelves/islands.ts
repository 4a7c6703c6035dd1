import type { Json, JsonObject } from "../../figure/model/figure.ts";
import { fill, ground } from "../making/grounds.ts";
import { hills } from "../making/noise.ts";
import { round, times } from "../making/numbers.ts";
import { Random } from "../making/random.ts";

type Place = readonly [lon: number, lat: number];

/** Middle, and radius in degrees of latitude. The coast itself lies to the east. */
const islands: readonly (readonly [...Place, number])[] = [
  [11.21, 58.38, 0.033],
  [11.32, 58.31, 0.024],
  [11.12, 58.3, 0.017],
  [11.37, 58.42, 0.018],
  [11.06, 58.41, 0.015],
  [11.22, 58.24, 0.015],
];

const coast = (lat: number): number => round(11.53 + 0.05 * hills(lat * 14, 0, 8), 4);

/** Map layers of the invented archipelago, drawn without any tiles: sea, coast, islands and skerries. */
export function archipelago(): JsonObject[] {
  const random = new Random(5);
  const shores = islands.map(([lon, lat, size]) => blob(lon, lat, size, random));
  const skerries = times(13, () => blob(random.between(10.98, 11.46), random.between(58.2, 58.48), 0.003, random));
  const mainland = times(241, (index): Json => [coast(58 + index / 300), round(58 + index / 300, 4)]);
  return [
    ground("#d6e6ec"),
    fill([...mainland, [13, 58.8], [13, 58], mainland[0] ?? null], "#ebe4d3"),
    ...[...shores, ...skerries].map((shore) => fill(shore, "#ebe4d3")),
  ];
}

/** A closed, uneven shore of 36 points. */
function blob(lon: number, lat: number, size: number, random: Random): Json[] {
  const waves = times(4, (index) => [random.normal(0, 0.2 / (index + 1)), random.between(0, 6.3)] as const);
  const shore = times(36, (index): Json => {
    const angle = (index / 36) * 2 * Math.PI;
    const reach = waves.reduce((sum, [height, shift], wave) => sum + height * Math.sin((wave + 2) * angle + shift), 1);
    return [round(lon + 1.7 * size * reach * Math.cos(angle), 4), round(lat + size * reach * Math.sin(angle), 4)];
  });
  return [...shore, shore[0] ?? null];
}

export interface FerryLine {
  name: string;
  lat: number[];
  lon: number[];
}

/** Lines from the mainland quays out to the islands, as positions along the fairways. */
export function ferryLines(): FerryLine[] {
  return [
    ferry("Linnea - Stora Ask", [coast(58.345), 58.345], [11.41, 58.345], [11.33, 58.352], [11.275, 58.378]),
    ferry("Linnea - Ytter", [coast(58.36), 58.36], [11.4, 58.366], [11.28, 58.428], [11.18, 58.434], [11.09, 58.415]),
    ferry("Sandvik - Måsö", [coast(58.24), 58.24], [11.4, 58.262], [11.27, 58.272], [11.155, 58.292]),
    ferry("Round of the sound", [coast(58.45), 58.45], [11.34, 58.452], [11.12, 58.435], [11.08, 58.36], [11.1, 58.32]),
  ];
}

/** A smooth way through the stops (Catmull-Rom), nine positions a leg. */
function ferry(name: string, ...stops: Place[]): FerryLine {
  const at = (index: number): Place => stops[Math.min(Math.max(index, 0), stops.length - 1)] ?? [0, 0];
  const positions = times((stops.length - 1) * 9 + 1, (step) => {
    const [leg, t] = [Math.floor(step / 9), (step % 9) / 9];
    const [a, b, c, d] = [at(leg - 1), at(leg), at(leg + 1), at(leg + 2)];
    return ([0, 1] as const).map((side) => {
      const bend = 2 * a[side] - 5 * b[side] + 4 * c[side] - d[side];
      const twist = -a[side] + 3 * b[side] - 3 * c[side] + d[side];
      return round(b[side] + ((c[side] - a[side]) * t + bend * t ** 2 + twist * t ** 3) / 2, 4);
    });
  });
  return { name, lat: positions.map(([, lat]) => lat ?? 0), lon: positions.map(([lon]) => lon ?? 0) };
}
