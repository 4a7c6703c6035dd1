import { type Memento, type QuickPickItem, window } from "vscode";
import * as z from "zod";
import type { PlotQuery } from "../../plotsApi/resources/plots.ts";

const stored = z.object({
  orderBy: z.enum(["views", "-views"]).optional(),
  minQuality: z.number().optional(),
  maxQuality: z.number().optional(),
});

type Stored = z.infer<typeof stored>;

interface Order extends QuickPickItem {
  readonly orderBy: Stored["orderBy"];
}

const orders: readonly Order[] = [
  { label: "Newest first", orderBy: undefined },
  { label: "Most viewed first", orderBy: "-views" },
  { label: "Least viewed first", orderBy: "views" },
];

const key = "plots.listOptions";

/** Knows how the public plots are sorted and filtered, from one start of VS Code to the next. */
export class ListOptions {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get query(): PlotQuery {
    const { orderBy, minQuality, maxQuality } = this.#stored;
    return {
      ...(orderBy !== undefined && { orderBy }),
      ...(minQuality !== undefined && { minQuality }),
      ...(maxQuality !== undefined && { maxQuality }),
    };
  }

  /** The view's description: "newest first · quality 5 to 8". */
  get description(): string {
    const { orderBy } = this.#stored;
    const order = orders.find((candidate) => candidate.orderBy === orderBy)?.label.toLowerCase() ?? "";
    const quality = qualityText(this.#stored);
    return quality === "" ? order : `${order} · quality ${quality}`;
  }

  /** Asks for the order. True where the person chose another one. */
  async chooseOrder(): Promise<boolean> {
    const { orderBy } = this.#stored;
    const items = orders.map((order) => ({ ...order, ...(order.orderBy === orderBy && { description: "now" }) }));
    const chosen = await window.showQuickPick(items, { title: "Sort Public Plots" });
    if (chosen === undefined || chosen.orderBy === orderBy) return false;
    await this.#keep({ ...this.#stored, orderBy: chosen.orderBy });
    return true;
  }

  /** Asks for the range; an empty text means every quality. True where the person chose another range. */
  async chooseQuality(): Promise<boolean> {
    const before = qualityText(this.#stored);
    const text = await window.showInputBox({
      title: "Filter Public Plots by Quality",
      prompt: "Lowest and highest quality, such as “5 to 8”, “from 5” or “up to 8”. Leave it empty for every quality.",
      value: before,
      validateInput: (typed) =>
        parseQuality(typed) === undefined
          ? "Type two numbers such as “5 to 8”, “from 5”, “up to 8”, or nothing."
          : undefined,
    });
    const range = text === undefined ? undefined : parseQuality(text);
    if (range === undefined || qualityText(range) === before) return false;
    await this.#keep({ orderBy: this.#stored.orderBy, ...range });
    return true;
  }

  get #stored(): Stored {
    return stored.safeParse(this.#memory.get(key)).data ?? {};
  }

  async #keep(options: Stored): Promise<void> {
    await this.#memory.update(key, options);
  }
}

interface Quality {
  readonly minQuality?: number | undefined;
  readonly maxQuality?: number | undefined;
}

export function qualityText({ minQuality, maxQuality }: Quality): string {
  if (minQuality === undefined) return maxQuality === undefined ? "" : `up to ${maxQuality}`;
  return maxQuality === undefined ? `from ${minQuality}` : `${minQuality} to ${maxQuality}`;
}

/** The range that a text means; undefined where it is none. */
export function parseQuality(text: string): Quality | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === "") return {};
  const number = String.raw`(-?\d+(?:\.\d+)?)`;
  const range = new RegExp(`^${number}\\s*(?:to|-|–|…|\\.\\.)\\s*${number}$`).exec(typed);
  if (range !== null) {
    const [minQuality, maxQuality] = [Number(range[1]), Number(range[2])];
    return minQuality <= maxQuality ? { minQuality, maxQuality } : undefined;
  }
  const from = new RegExp(`^(?:from|>=|≥|at least)\\s*${number}$`).exec(typed);
  if (from !== null) return { minQuality: Number(from[1]) };
  const to = new RegExp(`^(?:up to|to|<=|≤|at most)\\s*${number}$`).exec(typed);
  return to === null ? undefined : { maxQuality: Number(to[1]) };
}
