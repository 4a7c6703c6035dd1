import { isContainer } from "../model/container.ts";
import { frameTarget, traceTypeOf } from "../model/trace.ts";
import type { Figure, Json, JsonObject } from "../model/figure.ts";
import { isOfChartStudio } from "./defaults/age.ts";
import { readBarDirection, readErrorOpacity } from "./concerns/bars.ts";
import { Changes } from "./draft/changes.ts";
import { dropUnreadAlpha, readColors } from "./concerns/colors.ts";
import { readControls } from "./concerns/controls.ts";
import { pinDefaults, type WrittenFor } from "./defaults/defaults.ts";
import { draftOf, itemsOf, memberOf } from "./draft/draft.ts";
import { drawFit } from "./concerns/fit.ts";
import { readLayoutNames } from "./concerns/layout.ts";
import { mapNamesOf, readMapLayout, readMapTrace } from "./concerns/maps.ts";
import { keepHeatmapEdges } from "./concerns/heatmapEdges.ts";
import { hasIdleOffsetGroups, isBar } from "./defaults/offsetGroups.ts";
import { isOldPolar, readPolarLayout, readPolarTrace } from "./concerns/polar.ts";
import { readLayoutSpellings, readTraceSpellings } from "./concerns/spellings.ts";
import { readTemplate } from "./concerns/template.ts";
import { readLayoutTitles, readTraceTitles } from "./concerns/titles.ts";
import { readSurfaceRange, renameTraceType } from "./concerns/traceTypes.ts";
import { applyTransforms } from "./transforms/transforms.ts";
import { finished } from "../text/steps/slices.ts";
import { parseSrc } from "../references/srcReference.ts";

/** A figure as today's engine draws it, and the changes that this took. */
export interface Migration {
  readonly figure: Figure;
  /** One whole sentence for each kind of change that a person may see; empty where nothing was. */
  readonly notes: readonly string[];
  /** Whose defaults it is drawn with, and who said so; undefined where that makes no difference. */
  readonly defaults: Defaults | undefined;
  /** The index that each trace has in the figure as it is written; left out where it has the same. */
  readonly origins?: readonly number[];
}

export interface Defaults {
  readonly writtenFor: WrittenFor;
  readonly saidBy: "figure" | "person" | "setting";
  /** The version that applies where nobody has chosen. */
  readonly unchosen: WrittenFor;
}

export interface MigrateOptions {
  /**
   * Leaves a trace's transforms as they are where they cannot be computed: where the data is not in the figure, or stands
   * there beside references that would go on meaning all of it. For what is kept; for drawing they are left out.
   */
  readonly keepUncomputed?: boolean;
  /** The Plotly whose defaults hold, whatever the figure shows: what a person chose for it. */
  readonly writtenFor?: WrittenFor | undefined;
  /** The version that applies where neither a person nor the figure says it; the newest if left out. */
  readonly otherwise?: WrittenFor | undefined;
}

/**
 * Brings a figure of any Plotly since version 1 up to date for Plotly.js 4. The given figure is not changed; unchanged
 * parts are shared with it, lists of data always, unless a transform makes new ones. References should be inlined
 * before, since transforms and fits are computed from the data.
 */
export function migrateFigure(figure: Figure, options: MigrateOptions = {}): Migration {
  return finished(migrationSteps(figure, options));
}

/** `migrateFigure` with a pause after each trace and frame. */
export function* migrationSteps(figure: Figure, options: MigrateOptions = {}): Generator<void, Migration> {
  const { keepUncomputed = false } = options;
  const changes = new Changes();
  const layout = isContainer(figure.layout) ? figure.layout : undefined;
  const data = Array.isArray(figure.data) ? figure.data : [];
  const idleOffsetGroups = hasIdleOffsetGroups(data, layout);
  const polar = isOldPolar(figure);
  const context: Context = { changes, layout, maps: mapNamesOf(layout), polar, keepUncomputed, idleOffsetGroups };
  const migrated: JsonObject[] = [];
  for (const [index, trace] of data.entries()) {
    migrated.push(migrateTrace(trace, traceTypeOf(trace), index, context));
    yield;
  }
  const expanded: JsonObject[][] = [];
  for (const [place, trace] of migrated.entries()) {
    expanded.push(yield* expandTrace(trace, place, migrated, context));
    yield;
  }
  const named = keepNames(expanded);
  const origins = expanded.flatMap((made, index) => made.map(() => index));
  const newLayout = keepHeatmapEdges(data, migrateLayout(layout, context), changes);
  const newFrames = Array.isArray(figure.frames)
    ? yield* migrateFrames(figure.frames, data, expanded, context)
    : undefined;
  const pins = new Changes();
  const pinned = withOldDefaults(named, newLayout, pins);
  const defaults = pins.total === 0 ? undefined : defaultsOf(figure, changes.isOld, options);
  const isPinned = defaults?.writtenFor === "before-4";
  if (isPinned) changes.addAll(pins);
  const notes = changes.sentences();
  if (changes.total === 0) return { figure, notes, defaults };
  const drawn = isPinned ? pinned : { data: named, layout: newLayout };
  return {
    figure: {
      ...figure,
      ...(Array.isArray(figure.data) ? { data: [...drawn.data] } : {}),
      ...(drawn.layout === undefined ? {} : { layout: drawn.layout }),
      ...(newFrames === undefined ? {} : { frames: newFrames }),
    },
    notes,
    defaults,
    ...(origins.some((origin, index) => origin !== index) || origins.length !== data.length ? { origins } : {}),
  };
}

/** Writes the defaults of Plotly before 4 into an up-to-date figure, where it leaves them out. */
export function pinnedFigure(figure: Figure): Figure {
  const given = isContainer(figure.layout) ? figure.layout : undefined;
  const { data, layout } = withOldDefaults(Array.isArray(figure.data) ? figure.data : [], given, new Changes());
  return {
    ...figure,
    ...(Array.isArray(figure.data) ? { data: [...data] } : {}),
    ...(layout === undefined ? {} : { layout }),
  };
}

function withOldDefaults(data: readonly JsonObject[], layout: JsonObject | undefined, pins: Changes) {
  const withoutAlpha = (container: JsonObject): JsonObject =>
    migrate(container, pins, (draft) => dropUnreadAlpha(draft, pins));
  return pinDefaults(data.map(withoutAlpha), layout && withoutAlpha(layout), pins);
}

function defaultsOf(figure: Figure, isOld: boolean, { writtenFor, otherwise = "newest" }: MigrateOptions): Defaults {
  const isSaid = isOld || isOfChartStudio(figure);
  const unchosen = isSaid ? "before-4" : otherwise;
  if (writtenFor !== undefined) return { writtenFor, saidBy: "person", unchosen };
  return { writtenFor: unchosen, saidBy: isSaid ? "figure" : "setting", unchosen };
}

interface Context {
  readonly changes: Changes;
  readonly layout: JsonObject | undefined;
  readonly maps: ReadonlyMap<string, string>;
  readonly polar: boolean;
  readonly keepUncomputed: boolean;
  readonly idleOffsetGroups: boolean;
}

/** The container itself where `change` changed nothing, else the draft that it worked on. */
function migrate<Item extends Json>(
  item: Item,
  changes: Changes,
  change: (draft: JsonObject) => void,
): Item | JsonObject {
  if (!isContainer(item)) return item;
  const before = changes.total;
  const draft = draftOf(item);
  change(draft);
  return changes.total === before ? item : draft;
}

function migrateTrace<Item extends Json>(trace: Item, written: string | undefined, index: number, context: Context) {
  const { changes, maps, idleOffsetGroups } = context;
  return migrate(trace, changes, (draft) => {
    if (idleOffsetGroups && isBar(written) && draft["offsetgroup"] !== undefined) {
      delete draft["offsetgroup"];
      changes.add("offsetGroup");
    }
    readTraceTitles(draft, changes);
    readBarDirection(draft, written, changes);
    readTraceSpellings(draft, written, changes);
    const type = traceTypeOf(draft) ?? written;
    readErrorOpacity(draft, type, index, changes);
    readSurfaceRange(draft, type, changes);
    readMapTrace(draft, type, maps, changes);
    readPolarTrace(draft, type, changes);
    renameTraceType(draft, type, changes);
    readColors(draft, changes);
  });
}

/** One trace may become several: a groupby draws each group as its own. */
function* expandTrace(
  trace: JsonObject,
  place: number,
  traces: readonly JsonObject[],
  context: Context,
): Generator<void, JsonObject[]> {
  if (!isContainer(trace) || !Object.hasOwn(trace, "transforms")) return [trace];
  const { changes, layout, keepUncomputed } = context;
  if (keepUncomputed && hasReference(trace)) return [trace];
  const own = new Changes();
  const draft = draftOf(trace);
  drawFit(draft, traces.filter(isContainer), layout, own);
  const made = yield* applyTransforms(draft, traceTypeOf(draft), { layout, place, traceCount: traces.length }, own);
  if (keepUncomputed && own.isIncomplete) return [trace];
  changes.addAll(own);
  return made;
}

/** A trace without a name is called by its place, which it keeps where traces before it became more or fewer. */
function keepNames(expanded: readonly (readonly JsonObject[])[]): JsonObject[] {
  const named: JsonObject[] = [];
  for (const [index, made] of expanded.entries()) {
    const isMoved = named.length !== index;
    for (const trace of made) {
      const isNamed = !isMoved || made.length > 1 || !isContainer(trace) || trace["name"] !== undefined;
      named.push(isNamed ? trace : { ...trace, name: `trace ${index}` });
    }
  }
  return named;
}

/** Whether something in the trace is a reference to a grid, however deep. */
function hasReference(value: Json): boolean {
  if (Array.isArray(value)) return isContainer(value[0]) && value.some(hasReference);
  if (!isContainer(value)) return false;
  return Object.entries(value).some(([key, member]) =>
    typeof member === "string" ? key.endsWith("src") && parseSrc(member) !== undefined : hasReference(member),
  );
}

function migrateLayout(layout: JsonObject | undefined, context: Context): JsonObject | undefined {
  const { changes, maps, polar } = context;
  // An old polar chart may have no layout; its traces need the old chart's axes all the same.
  if (layout === undefined && !polar) return undefined;
  return migrate(layout ?? {}, changes, (draft) => {
    if (polar) readPolarLayout(draft, changes);
    readLayoutTitles(draft, changes);
    readLayoutNames(draft, changes);
    readLayoutSpellings(draft, changes);
    readMapLayout(draft, maps, changes);
    readControls(draft, maps, changes);
    readColors(draft, changes);
    const template = memberOf(draft, "template");
    if (template !== undefined) draft["template"] = readTemplate(template, changes);
  });
}

function* migrateFrames(
  frames: JsonObject[],
  data: readonly JsonObject[],
  expanded: readonly JsonObject[][],
  context: Context,
): Generator<void, JsonObject[]> {
  const first: number[] = [];
  let count = 0;
  for (const made of expanded) {
    first.push(count);
    count += made.length;
  }
  const isMoved = first.some((place, index) => place !== index);
  const migrated: JsonObject[] = [];
  for (const frame of frames) {
    migrated.push(migrateFrame(frame, data, isMoved ? first : undefined, context));
    yield;
  }
  return migrated;
}

/** `moved` is where each trace has gone, if they have. */
function migrateFrame(
  frame: JsonObject,
  data: readonly JsonObject[],
  moved: readonly number[] | undefined,
  context: Context,
): JsonObject {
  if (!isContainer(frame)) return frame;
  const before = context.changes.total;
  const traces = itemsOf(frame, "data");
  const changed: JsonObject = { ...frame };
  if (traces.length > 0) {
    changed["data"] = traces.map((trace, index) => {
      const type = traceTypeOf(trace) ?? traceTypeOf(data[frameTarget(frame, index)]);
      return migrateTrace(trace, type, index, context);
    });
  }
  const layout = memberOf(frame, "layout");
  if (layout !== undefined) changed["layout"] = migrateLayout(layout, { ...context, polar: false }) ?? layout;
  if (moved !== undefined && traces.length > 0) {
    changed["traces"] = traces.map((_, index) => moved[frameTarget(frame, index)] ?? index);
    context.changes.addSilent();
  }
  return context.changes.total === before ? frame : changed;
}
