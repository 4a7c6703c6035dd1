import { HOME } from "../plotsApi/bodies/file.ts";
import type { Json, JsonObject } from "../figure/model/figure.ts";
import { formatColumnSrc } from "../figure/references/srcReference.ts";
import type { LibraryGrid, LibraryPlot } from "../library/libraryPlot.ts";
import type { FileRecord } from "./store/files/fileRecord.ts";
import type { Store } from "./store/store.ts";
import type { User } from "./store/accounts/users.ts";
import type { Microseconds } from "./model/time.ts";
import { parseTime } from "./model/time.ts";

const DAY: Microseconds = 86_400_000_000;

/**
 * Writes a library of plots, the oldest first. Call it in a write transaction.
 *
 * A plot's grid gets the number after the plot's own, as on the public service where it made both.
 */
export function seedLibrary(store: Store, library: readonly LibraryPlot[]): void {
  for (const plot of library.toSorted((one, other) => timeOf(one.created) - timeOf(other.created))) {
    const created = timeOf(plot.created);
    const owner = store.users.ensure(plot.owner, created - DAY);
    const common = { owner, parent: HOME, created, modified: timeOf(plot.modified) };
    const file = store.files.insert({
      ...common,
      filetype: "plot",
      filename: plot.filename,
      defaultName: plot.filename,
      title: plot.title ?? "",
      worldReadable: plot.worldReadable,
      views: plot.views,
      quality: Math.min(10, Math.max(0, Math.round(plot.quality))),
      feed: plot.feed,
    });
    const { grid, privateGrid } = plot;
    const grids = [grid, privateGrid].flatMap((each) => (each === undefined ? [] : seedGrid(store, each, common)));
    store.plots.insert(
      file,
      JSON.stringify(withReferences(plot.figure, (text) => resolve(text, grids, plot.filename))),
    );
  }
}

interface SeededGrid {
  readonly file: FileRecord;
  /** By the columns' names. */
  readonly uids: ReadonlyMap<string, string>;
}

function seedGrid(
  store: Store,
  grid: LibraryGrid,
  common: {
    readonly owner: User;
    readonly parent: number;
    readonly created: Microseconds;
    readonly modified: Microseconds;
  },
): SeededGrid {
  const { filename, worldReadable, columns } = grid;
  const file = store.files.insert({ ...common, filetype: "grid", filename, defaultName: filename, worldReadable });
  return { file, uids: new Map(store.grids.insert(file, columns, "{}").columns.map(({ name, uid }) => [name, uid])) };
}

/** Resolves a reference: `@a,b*` → `owner:1:a1b2c3,d4e5f6*`, in the grid that has the columns, or else in the first. */
function resolve(text: string, grids: readonly SeededGrid[], plot: string): string {
  const [, except = "", names = "", suffix = ""] = /^@(-?)([^*?]*)(\*|\?.*)?$/.exec(text) ?? [];
  const list = names === "" ? [] : names.split(",");
  const grid = grids.find(({ uids }) => list.every((name) => uids.has(name))) ?? grids[0];
  if (grid === undefined) throw new Error(`The plot ${plot} refers to ${text} and has no grid.`);
  const selected = list.map((name) => {
    const uid = grid.uids.get(name);
    if (uid === undefined) throw new Error(`The grid ${grid.file.filename} has no column "${name}".`);
    return uid;
  });
  return formatColumnSrc(grid.file.fid, `${except}${selected.join(",")}${suffix}`);
}

/** Turns each `@column` under a src key of the figure into a reference to the grid. */
function withReferences(value: JsonObject, reference: (text: string) => string): JsonObject {
  const visit = (key: string, member: Json): Json => {
    if (typeof member === "string") return key.endsWith("src") && member.startsWith("@") ? reference(member) : member;
    if (typeof member !== "object" || member === null) return member;
    if (Array.isArray(member)) return member.map((item: Json) => visit("", item));
    return Object.fromEntries(Object.entries(member).map(([name, inner]) => [name, visit(name, inner)]));
  };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(name, inner)]));
}

function timeOf(iso: string): Microseconds {
  const time = parseTime(iso);
  if (time === undefined) throw new Error(`The library holds no ISO time with a zone: ${iso}.`);
  return time;
}
