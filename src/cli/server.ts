import type { GridContent, GridFacts } from "../figure/model/grid.ts";
import { PlotsClient } from "../plotsApi/resources/client.ts";
import { gridFacts } from "../plotsApi/resources/gridFacts.ts";
import { parseRoot } from "../plotsApi/requests/root.ts";
import { CommandFailure } from "./program/failure.ts";
import { version } from "./program/version.ts";

/** The plot server of `--server`. Each grid is asked for once. */
export class GridServer {
  readonly #client: PlotsClient;
  readonly #anonymous: boolean;
  readonly #facts = new Map<string, GridFacts>();
  readonly #contents = new Map<string, GridContent | undefined>();

  /** Takes credentials from the environment only. Throws a CommandFailure where the text is no address of a server. */
  constructor(address: string, warn: (sentence: string) => void) {
    const parsed = parseRoot(address);
    if (!parsed.ok) throw new CommandFailure(parsed.error.sentence);
    const { PLOTLY_USERNAME: username = "", PLOTLY_API_KEY: apiKey = "" } = process.env;
    this.#anonymous = username === "" || apiKey === "";
    if (parsed.value.warning !== undefined && !this.#anonymous) warn(parsed.value.warning);
    this.#client = new PlotsClient({
      root: parsed.value.root,
      fetch: (request) => fetch(request),
      platform: `plot-files ${version}`,
      ...(!this.#anonymous && { credentials: { username, apiKey } }),
    });
  }

  /** Asks for the facts of these grids. Throws a CommandFailure where the server cannot be asked. */
  async facts(fids: Iterable<string>): Promise<ReadonlyMap<string, GridFacts>> {
    for (const fid of fids) {
      if (this.#facts.has(fid)) continue;
      const { facts, failure } = await gridFacts(this.#client, fid, this.#anonymous);
      if (failure !== undefined) throw new CommandFailure(failure.sentence);
      this.#facts.set(fid, facts);
    }
    return this.#facts;
  }

  /** Asks for a grid's columns. Undefined where there is no such grid, or none that may be read. */
  async content(fid: string): Promise<GridContent | undefined> {
    if (this.#contents.has(fid)) return this.#contents.get(fid);
    const content = await this.#client.grids.content(fid);
    const isAbsent = !content.ok && (content.error.code === "not-found" || content.error.code === "forbidden");
    if (!content.ok && !isAbsent) throw new CommandFailure(content.error.sentence);
    const value = content.ok ? content.value : undefined;
    this.#contents.set(fid, value);
    return value;
  }
}
