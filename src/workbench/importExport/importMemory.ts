import type { Memento } from "vscode";
import * as z from "zod";

const stored = z.array(z.tuple([z.string(), z.string()]));
const key = "plots.imported";
const most = 5000;

/** Remembers which sources were imported where, so that a plot is known again after it was renamed or moved. */
export class ImportMemory {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** The fid of the plot that was made of a source on a server. */
  fidOf(server: string, source: string): string | undefined {
    return this.#entries().find(([known]) => known === `${server} ${source}`)?.[1];
  }

  async keep(server: string, source: string, fid: string): Promise<void> {
    const name = `${server} ${source}`;
    const others = this.#entries().filter(([known]) => known !== name);
    await this.#memory.update(key, [...others, [name, fid]].slice(-most));
  }

  #entries(): z.infer<typeof stored> {
    return stored.safeParse(this.#memory.get(key)).data ?? [];
  }
}
