import { finished } from "../../text/steps/slices.ts";
import type { Viewed } from "./columnSource.ts";
import { PixelColumns, type View } from "./pixelColumns.ts";
import { Pyramid } from "./pyramid.ts";
import { ListedPlaces } from "./series.ts";

/** Points for each column of pixels, above which they were chosen for a finer view. */
const MOST = 10;

/** Chooses again among points that were chosen for a finer view than this one. Others are returned as they are. */
export function coarser(viewed: Viewed, view: View): Viewed {
  const [from, to] = view.range ?? viewed.range;
  const scaled = (place: number): number => (view.isLog ? Math.log10(place) : place);
  const x = Float64Array.from(viewed.x);
  const y = Float64Array.from(viewed.y);
  const inSight = x.reduce((count, place) => (scaled(place) >= from && scaled(place) <= to ? count + 1 : count), 0);
  if (inSight <= MOST * view.pixels) return viewed;
  const pyramid = finished(Pyramid.build(y));
  const chosen = new PixelColumns({ x: new ListedPlaces(x), y }, pyramid).choose(view);
  return {
    ...viewed,
    isExact: false,
    indices: chosen.indices.map((place) => viewed.indices[place]!),
    x: Float64Array.from(chosen.indices, (place) => x[place]!),
    y: Float64Array.from(chosen.indices, (place) => y[place]!),
  };
}
