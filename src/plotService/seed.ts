import type { Json, JsonObject } from "../figure/figure.ts";
import { formatColumnSrc } from "../figure/srcReference.ts";
import type { LibraryPlot } from "./library/libraryPlot.ts";
import type { Store } from "./store/store.ts";
import type { User } from "./store/users.ts";
import type { Microseconds } from "./time.ts";
import { parseTime } from "./time.ts";

/** The owner under which the library keeps what belongs to the service's own user. */
const LOCAL_OWNER = "me";
const DAY: Microseconds = 86_400_000_000;

/**
 * Writes the sample library, oldest plot first. In a write transaction.
 *
 * A plot's grid gets the number after the plot's own, as the public service did where it made both.
 */
export function seedLibrary(store: Store, library: readonly LibraryPlot[], localUser: User): void {
  for (const plot of library.toSorted((one, other) => timeOf(one.created) - timeOf(other.created))) {
    const created = timeOf(plot.created);
    const owner = plot.owner === LOCAL_OWNER ? localUser : store.users.ensure(plot.owner, created - DAY);
    const common = { owner, parent: -1, created, modified: timeOf(plot.modified) };
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
    const references = plot.grid === undefined ? undefined : seedGrid(store, plot.grid, common);
    store.plots.insert(file, JSON.stringify(withReferences(plot.figure, references ?? noGrid(plot.filename))));
  }
}

function seedGrid(
  store: Store,
  grid: NonNullable<LibraryPlot["grid"]>,
  common: {
    readonly owner: User;
    readonly parent: number;
    readonly created: Microseconds;
    readonly modified: Microseconds;
  },
): (text: string) => string {
  const { filename, worldReadable, columns } = grid;
  const file = store.files.insert({ ...common, filetype: "grid", filename, defaultName: filename, worldReadable });
  const uids = new Map(store.grids.insert(file, columns, "{}").columns.map(({ name, uid }) => [name, uid]));
  return (text) => {
    const [, except = "", names = "", suffix = ""] = /^@(-?)([^*?]*)(\*|\?.*)?$/.exec(text) ?? [];
    const list = names === "" ? [] : names.split(",");
    const selected = list.map((name) => {
      const uid = uids.get(name);
      if (uid === undefined) throw new Error(`The grid ${filename} has no column "${name}".`);
      return uid;
    });
    return formatColumnSrc(file.fid, `${except}${selected.join(",")}${suffix}`);
  };
}

function noGrid(filename: string): (text: string) => string {
  return (text) => {
    throw new Error(`The plot ${filename} refers to ${text} and has no grid.`);
  };
}

/** The figure with `@column` in the place of a src key turned into a reference to the grid. */
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
