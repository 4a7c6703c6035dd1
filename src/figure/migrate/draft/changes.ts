/** A sentence for one change, and for several of its kind. */
type Sentences = readonly [one: string, many: string];

/** Every kind of change that a person is told of, in the order in which they are told; `#` is the count. */
const SENTENCES = {
  title: [
    "# title was read as Plotly 1 and 2 wrote it, as a string.",
    "# titles were read as Plotly 1 and 2 wrote them, as strings.",
  ],
  titleSetting: [
    "# setting of a title (titlefont, titleside, titleposition or titleoffset) was moved into the title.",
    "# settings of titles (titlefont, titleside, titleposition or titleoffset) were moved into their titles.",
  ],
  transform: [
    "# transform (filter, sort, groupby or aggregate) was computed, since Plotly 3 dropped them.",
    "# transforms (filter, sort, groupby or aggregate) were computed, since Plotly 3 dropped them.",
  ],
  transformWithoutData: [
    "# transform was left out, since the data it works on is not at hand.",
    "# transforms were left out, since the data they work on is not at hand.",
  ],
  transformUnknown: [
    "# transform was left out, since it is of a kind that cannot be computed here.",
    "# transforms were left out, since they are of kinds that cannot be computed here.",
  ],
  fit: [
    "# fitted curve was drawn from the function and parameters that Chart Studio stored.",
    "# fitted curves were drawn from the functions and parameters that Chart Studio stored.",
  ],
  fitWithoutData: [
    "# fitted curve was left out, since the data or the function it was fitted to cannot be read.",
    "# fitted curves were left out, since the data or the functions they were fitted to cannot be read.",
  ],
  mapTrace: [
    "# Mapbox trace is drawn on a MapLibre map, since Plotly 4 dropped Mapbox.",
    "# Mapbox traces are drawn on MapLibre maps, since Plotly 4 dropped Mapbox.",
  ],
  mapStyle: [
    "# map style that only Mapbox or Stamen served was replaced by the nearest that is free.",
    "# map styles that only Mapbox or Stamen served were replaced by the nearest that are free.",
  ],
  heatmapgl: ["# heatmapgl trace is drawn as a heatmap.", "# heatmapgl traces are drawn as heatmaps."],
  contourgl: ["# contourgl trace is drawn as a contour.", "# contourgl traces are drawn as contours."],
  pointcloud: ["# pointcloud trace is drawn as scattergl.", "# pointcloud traces are drawn as scattergl."],
  polar: [
    "# trace of an old polar chart (r and t) is drawn with today's polar traces.",
    "# traces of an old polar chart (r and t) are drawn with today's polar traces.",
  ],
  orientation: [
    "# trace's bardir was read as its orientation, with x and y exchanged.",
    "# traces' bardir was read as their orientation, with x and y exchanged.",
  ],
  errorOpacity: [
    "# error bar's opacity was moved into its colour.",
    "# error bars' opacity was moved into their colours.",
  ],
  surfaceRange: [
    "# surface's zauto, zmin and zmax were read as cauto, cmin and cmax.",
    "# surfaces' zauto, zmin and zmax were read as cauto, cmin and cmax.",
  ],
  annotation: [
    "# annotation's ref was read as its xref and yref.",
    "# annotations' ref was read as their xref and yref.",
  ],
  camera: ["# scene's cameraposition was read as its camera.", "# scenes' cameraposition was read as their camera."],
  autotick: ["# axis's autotick was read as its tickmode.", "# axes' autotick was read as their tickmode."],
  color: [
    "# colour that Plotly 4 no longer reads was written as it does.",
    "# colours that Plotly 4 no longer reads were written as it does.",
  ],
  offsetGroup: [
    "# bar trace's offsetgroup was left out: before Plotly 3 it did not part stacked and overlaid bars.",
    "# bar traces' offset groups were left out: before Plotly 3 they did not part stacked and overlaid bars.",
  ],
  fitBounds: [
    "# map of countries is shown whole, as before Plotly 4, which goes close to the data.",
    "# maps of countries are shown whole, as before Plotly 4, which goes close to the data.",
  ],
  mapView: [
    "# map is shown as far out as before Plotly 4, which goes close to the data.",
    "# maps are shown as far out as before Plotly 4, which goes close to the data.",
  ],
  overlayTicks: [
    "# overlaying axis keeps ticks of its own, as before Plotly 4, which aligns them with the axis below.",
    "# overlaying axes keep ticks of their own, as before Plotly 4, which aligns them with the axis below.",
  ],
  splomMatches: [
    "# scatter matrix keeps axes that zoom apart, as before Plotly 4, which ties rows to columns.",
    "# scatter matrices keep axes that zoom apart, as before Plotly 4, which ties rows to columns.",
  ],
  alpha: [
    "# colour's alpha was left out, since rgb() had none before Plotly 4.",
    "# colours' alpha was left out, since rgb() had none before Plotly 4.",
  ],
  control: [
    "# setting of a button or slider step was written as Plotly 4 reads it.",
    "# settings of buttons or slider steps were written as Plotly 4 reads them.",
  ],
} satisfies Record<string, Sentences>;

export type ChangeKind = keyof typeof SENTENCES;

const INCOMPLETE: readonly ChangeKind[] = ["transformWithoutData", "transformUnknown", "fitWithoutData"];

/** Changes that tell nothing of a figure's age: wrong colours are written today, and defaults follow from the age. */
const AGELESS: readonly ChangeKind[] = ["color", "alpha", "fitBounds", "mapView", "overlayTicks", "splomMatches"];

/** The changes that a migration has made so far. */
export class Changes {
  readonly #counts = new Map<string, number>();
  #total = 0;
  #isOld = false;

  /** All changes, told or not: equal before and after a step that changed nothing. */
  get total(): number {
    return this.#total;
  }

  add(kind: ChangeKind, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
    this.#total += count;
    if (!AGELESS.includes(kind)) this.#isOld = true;
  }

  /** A change that shows nowhere in the drawing, so that nobody need be told. */
  addSilent(): void {
    this.#total += 1;
  }

  /** Notes a change of something that nobody has written since Plotly 4. */
  addOld(): void {
    this.#total += 1;
    this.#isOld = true;
  }

  /** Takes over from the changes of a part whether the figure is old, and nothing else. */
  markOld(part: Changes): void {
    this.#isOld ||= part.#isOld;
  }

  /** Whether something was changed that shows the figure to be older than Plotly 4. */
  get isOld(): boolean {
    return this.#isOld;
  }

  addAll(other: Changes): void {
    for (const [kind, count] of other.#counts) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
    this.#total += other.#total;
    this.markOld(other);
  }

  /** Whether something was left out that would have taken data or knowledge that is not at hand. */
  get isIncomplete(): boolean {
    return INCOMPLETE.some((kind) => this.#counts.has(kind));
  }

  /** One sentence a kind, in the table's order. */
  sentences(): string[] {
    return Object.entries<Sentences>(SENTENCES).flatMap(([kind, [one, many]]) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [(count === 1 ? one : many).replace("#", String(count))];
    });
  }
}
