import { type Disposable, type Event, EventEmitter } from "vscode";
import type { Failure } from "../../plotsApi/errors/result.ts";
import type { GridFacts } from "../../figure/model/grid.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { checkReferences, neededReferences, referencedGrids } from "../../figure/checks/rules/brokenReference.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { PlotAddress } from "../addresses/plotUri.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Servers } from "../servers/servers.ts";

/** Compares a figure's references with the grids of the server that it came from, or of the preferred one. */
export class ReferenceChecker implements Disposable {
  readonly #grids: GridCache;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());

  /** Fires when earlier answers may have changed. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(grids: GridCache, servers: Servers) {
    this.#grids = grids;
    // The cache has forgotten what it had to; but another server may be the one to ask now.
    this.#store.add(servers.onDidChange(() => this.#changed.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Has the server asked anew for every open figure. */
  refresh(): void {
    this.#grids.clear();
    this.#changed.fire();
  }

  /** Checks the references of a figure. `plot` is the plot's address, where the figure is a plot's. */
  async check(outline: Outline, bound: boolean, plot: PlotAddress | undefined): Promise<FigureProblem[]> {
    const fids = referencedGrids(outline, bound);
    const answers = await Promise.all(fids.map((fid) => this.#grids.facts(fid, plot?.server)));
    const facts = new Map<string, GridFacts>(
      fids.map((fid, index) => [fid, answers[index]?.facts ?? { state: "unknown" }]),
    );
    if (plot !== undefined && [...facts.values()].some(({ state }) => state === "missing")) {
      for (const fid of await this.#grids.unreadableOf(plot)) facts.set(fid, { state: "unreadable" });
    }
    const problems = checkReferences(outline, facts, { bound });
    const failure = answers.find((answer) => answer.failure !== undefined)?.failure;
    return failure === undefined ? problems : [...problems, ...unchecked(outline, bound, failure)];
  }
}

/** The problem that says that the server cannot be asked: once a figure, at its first reference. */
function unchecked(outline: Outline, bound: boolean, failure: Failure): FigureProblem[] {
  const first = neededReferences(outline, bound).find(({ text }) => text !== undefined);
  if (first === undefined) return [];
  return [
    {
      code: "broken-reference",
      severity: "information",
      span: first.value,
      message: `The references of this figure could not be checked. ${failure.sentence}`,
      related: [],
    },
  ];
}
