import * as z from "zod";
import type { Figure, JsonObject } from "../../figure/model/figure.ts";
import type { MadeGrid, RebuiltFigure, RebuiltGrid } from "../../figure/data/rebuild/rebuildGrids.ts";
import { sameJson } from "../../figure/model/sameJson.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import { longestFilename } from "../../plotsApi/limits.ts";
import type { NewGrid } from "../../plotsApi/bodies/newFile.ts";
import type { Result } from "../../plotsApi/errors/result.ts";
import { fail, ok } from "../../plotsApi/errors/result.ts";
import type { GridMetadata } from "../../plotsApi/bodies/grid.ts";

export interface FigureImport {
  /** The name for the plot. It gets a number where another plot has it. */
  readonly name: string;
  readonly figure: RebuiltFigure;
  /** A text that is the same for the same source, such as a hash of its bytes. The grids' metadata keeps it. */
  readonly source: string;
  /** The fid of the plot that an earlier import made of this source, where that is known. */
  readonly knownFid?: string;
}

export interface ImportedPlot {
  readonly fid: string;
  readonly filename: string;
  /** Whether an earlier run made the plot, so that nothing was made now. */
  readonly isOld: boolean;
  /** The fids of the grids that were made or found; empty for old plots. */
  readonly grids: readonly string[];
}

/** The folder at home that imported plots and grids go to. */
export const importFolder = "Imported";

/** The most plots of one name that are looked at. */
const mostOfOneName = 100;

/** The mark in the metadata of imported grids. */
const marker = z.looseObject({ "plot-files": z.looseObject({ source: z.string() }) });

/**
 * Makes a private plot and its grids from an export, in the folder "Imported", unless an earlier run did. An earlier run did
 * where the plot of that name uses a grid with this source's mark. On a server that keeps no marks, name and columns have to
 * be the same; for a figure without columns, the content. A run that ended between grid and plot is continued.
 */
export async function importFigure(
  client: PlotsClient,
  { name, figure, source, knownFid }: FigureImport,
  signal?: AbortSignal,
): Promise<Result<ImportedPlot>> {
  if (knownFid !== undefined) {
    const known = await client.files.get(knownFid, signal);
    if (known.ok && known.value.deleted !== true) return ok(old(knownFid, known.value.filename ?? name));
    if (!known.ok && known.error.code !== "not-found") return known;
  }
  const importing = new Importing(client, figure, source, signal);
  for (let count = 1; count <= mostOfOneName; count++) {
    const done = await importing.as(numbered(fileNameOf(name), count, ""));
    if (done !== undefined) return done;
  }
  const sentence = `${client.name} already has ${mostOfOneName} other files named “${name}” in its folder “${importFolder}”. Rename the export and import it again.`;
  return fail({ code: "conflict", sentence, detail: `No free name for ${JSON.stringify(name)}.` });
}

/** The import of one source into one server. */
class Importing {
  readonly #client: PlotsClient;
  readonly #figure: RebuiltFigure;
  readonly #source: string;
  readonly #signal: AbortSignal | undefined;

  constructor(client: PlotsClient, figure: RebuiltFigure, source: string, signal: AbortSignal | undefined) {
    this.#client = client;
    this.#figure = figure;
    this.#source = source;
    this.#signal = signal;
  }

  /** Imports under this name. Undefined where another plot has it. */
  async as(filename: string): Promise<Result<ImportedPlot> | undefined> {
    const found = await this.#client.files.lookup(`${importFolder}/${filename}`, this.#signal);
    if (found.ok) {
      const isSame = found.value.filetype === "plot" ? await this.#isSame(found.value.fid, filename) : ok(false);
      if (!isSame.ok) return isSame;
      return isSame.value ? ok(old(found.value.fid, filename)) : undefined;
    }
    if (found.error.code !== "not-found") return found;
    const made: MadeGrid[] = [];
    for (const [index, grid] of this.#figure.grids.entries()) {
      const answer = await this.#makeGrid(grid, gridName(filename, index));
      if (answer?.ok !== true) {
        // The next name gets grids of its own. After an error, their mark finds them again.
        if (answer === undefined) await this.#trash(made);
        return answer;
      }
      made.push(answer.value);
    }
    const plot = await this.#client.plots.create(
      {
        figure: this.#figure.place(made),
        filename,
        parent_path: importFolder,
        world_readable: false,
      },
      this.#signal,
    );
    if (!plot.ok && plot.error.code === "conflict") {
      await this.#trash(made);
      return undefined;
    }
    if (!plot.ok) return plot;
    return ok({ fid: plot.value.fid, filename: plot.value.filename, isOld: false, grids: made.map(({ fid }) => fid) });
  }

  async #makeGrid(grid: RebuiltGrid, filename: string): Promise<Result<MadeGrid> | undefined> {
    const created = await this.#client.grids.create(this.#body(grid, filename), this.#signal);
    if (created.ok) return ok(madeGrid(created.value));
    if (created.error.code !== "conflict") return created;
    const existing = await this.#gridNamed(filename);
    if (existing === undefined || !existing.ok) return existing;
    return this.#isOurs(existing.value, grid) ? ok(madeGrid(existing.value)) : undefined;
  }

  async #trash(made: readonly MadeGrid[]): Promise<void> {
    for (const { fid } of made) await this.#client.files.trash(fid, this.#signal);
  }

  #body({ columns }: RebuiltGrid, filename: string): NewGrid {
    return {
      data: {
        cols: Object.fromEntries(columns.map(({ name, data, order }) => [name, { data, order }])),
        metadata: { "plot-files": { source: this.#source } },
      },
      filename,
      parent_path: importFolder,
      world_readable: false,
    };
  }

  /** Whether an earlier run made the plot from this source. */
  async #isSame(fid: string, filename: string): Promise<Result<boolean>> {
    const [first] = this.#figure.grids;
    if (first === undefined) return this.#hasContent(fid, this.#figure.place([]));
    const grid = await this.#gridNamed(gridName(filename, 0));
    if (grid === undefined) return ok(false);
    return grid.ok ? ok(this.#isOurs(grid.value, first)) : grid;
  }

  #isOurs(existing: GridMetadata, grid: RebuiltGrid): boolean {
    const kept = marker.safeParse(existing.metadata);
    if (kept.success) return kept.data["plot-files"].source === this.#source && hasColumns(existing, grid);
    // There is metadata of others, so the server keeps metadata, and the grid is not one of ours.
    const isBlank = existing.metadata === undefined || existing.metadata === null || existing.metadata === "";
    return isBlank && hasColumns(existing, grid);
  }

  async #hasContent(fid: string, figure: Figure): Promise<Result<boolean>> {
    const content = await this.#client.plots.content(fid, { validate: true }, this.#signal);
    if (!content.ok) return content;
    return ok(sameJson(content.value.figure as JsonObject, figure as JsonObject));
  }

  async #gridNamed(filename: string): Promise<Result<GridMetadata> | undefined> {
    const found = await this.#client.files.lookup(`${importFolder}/${filename}`, this.#signal);
    if (!found.ok) return found.error.code === "not-found" ? undefined : found;
    return found.value.filetype === "grid" ? this.#client.grids.get(found.value.fid, this.#signal) : undefined;
  }
}

function old(fid: string, filename: string): ImportedPlot {
  return { fid, filename, isOld: true, grids: [] };
}

function madeGrid({ fid, cols }: GridMetadata): MadeGrid {
  return { fid, uids: new Map(cols.map(({ name, uid }) => [name, uid])) };
}

function hasColumns({ cols }: GridMetadata, { columns }: RebuiltGrid): boolean {
  const names = new Set(cols.map(({ name }) => name));
  return cols.length === columns.length && columns.every(({ name }) => names.has(name));
}

function gridName(filename: string, index: number): string {
  return numbered(filename, 1, index === 0 ? "_grid" : `_grid ${index + 1}`);
}

/** The name with its number: `name`, `name (2)`; cut to the length that servers take. */
function numbered(name: string, count: number, end: string): string {
  const suffix = count === 1 ? end : ` (${count})${end}`;
  const letters = Array.from(name);
  return letters.length + suffix.length <= longestFilename
    ? name + suffix
    : letters
        .slice(0, longestFilename - suffix.length)
        .join("")
        .trimEnd() + suffix;
}

/** The name without slashes, which the API would take for folders. */
function fileNameOf(name: string): string {
  const safe = name
    .toWellFormed()
    .replaceAll(/\s*\/\s*/g, " - ")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return safe === "" ? "plot" : safe;
}
