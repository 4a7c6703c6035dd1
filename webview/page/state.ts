import type { FigureColumn } from "../../src/figure/data/split/column.ts";
import type { Defaults } from "../../src/figure/migrate/migrate.ts";
import type { ThemeChoice, ToWebview, ViewKind } from "../../src/protocol.ts";
import type { Reduced } from "../drawing/reduction/reduced.ts";
import type { Drawable } from "../reading/attributes.ts";

/** The host's message of one type. */
export type HostMessage<Type extends ToWebview["type"]> = Extract<ToWebview, { type: Type }>;

/** A version to draw. `at` is `performance.now()` of its arrival, in milliseconds. */
export interface Job {
  readonly message: HostMessage<"figure">;
  /** The columns that the message has, or means by their ids. */
  readonly columns?: readonly FigureColumn[];
  readonly at: number;
}

/** The last version that was drawn, and what the page says about it. */
export interface Good {
  readonly version: number;
  readonly figure: Drawable;
  readonly notes: readonly string[];
  readonly defaults: Defaults | undefined;
  /** Why it took the place of another one, where that was not the person's doing. */
  readonly news: string | undefined;
  readonly traces: number;
  /** "3 traces: scatter ×2, bar". */
  readonly summary: string;
  /** "plotly.js 4.1.1". */
  readonly engine: string;
  /** From the arrival of the version to its drawing. */
  readonly milliseconds: number;
}

/** What stands in the middle of the page. */
export type Shown =
  | { readonly kind: "nothing" }
  /** The drawing of `good`. `isLost`: the graphics card has taken it back. */
  | { readonly kind: "drawing"; readonly theme: ThemeChoice; readonly isLost: boolean }
  /** A figure in which there is nothing to see. */
  | { readonly kind: "empty"; readonly version: number; readonly notes: readonly string[] }
  /** A figure so large that the person is asked first. */
  | { readonly kind: "held"; readonly job: Job; readonly reason: string }
  /** The host or the engine has nothing to show. The host gets `actions` back by their id. */
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly detail: string | undefined;
      readonly actions: HostMessage<"failed">["actions"];
    };

/** Why a version newer than what is shown cannot be drawn. */
export type Trouble =
  /** The host says that the text holds no figure. */
  | { readonly kind: "broken"; readonly version: number; readonly message: HostMessage<"broken"> }
  /** The page or the engine could not draw the figure. */
  | { readonly kind: "undrawable"; readonly version: number; readonly reason: string };

/** What is being done. There is one piece of work at a time, since Plotly draws into one element. */
export type Work = {
  /** Tells one piece of work from another. */
  readonly ticket: number;
  /** The host has said meanwhile that there is nothing to show, so the outcome does not count. */
  readonly isAbandoned: boolean;
  readonly theme: ThemeChoice;
} & (
  | { readonly kind: "read"; readonly job: Job }
  | {
      readonly kind: "draw";
      readonly job: Job;
      readonly figure: Drawable;
      readonly notes: readonly string[];
      readonly defaults: Defaults | undefined;
    }
  /** Draws `good` in other colours. */
  | { readonly kind: "repaint" }
  /** Draws `good` after a newer version could not be drawn. */
  | { readonly kind: "restore" }
);

/**
 * All that decides what is shown. The page owns it: the host only says which version is current, and is told what
 * became of it.
 */
export interface PageState {
  readonly theme: ThemeChoice;
  /** The person wants to see very large figures too. */
  readonly anyway: boolean;
  /** The person wants every point of large figures drawn. */
  readonly drawsAll: boolean;
  /** The figure is edited on the drawing. */
  readonly editing: boolean;
  /** Why it is not, or why the last edit did not reach the text. */
  readonly refusal: Refusal | undefined;
  /** What to know of earlier hand edits that the figure has lost. */
  readonly lostEdits: HostMessage<"handEdits"> | undefined;
  /** In what the person's view of the drawing is another than the figure says. */
  readonly viewKinds: readonly ViewKind[];
  /** How many points are drawn, where a figure has more than a screen can show. */
  readonly reduced: Reduced | undefined;
  /** The newest version heard of, drawable or not. Messages about older ones are dropped. */
  readonly newest: number;
  readonly shown: Shown;
  readonly trouble: Trouble | undefined;
  /** What the person waits for, said in the drawing's place. */
  readonly loading: Pick<HostMessage<"loading">, "message" | "actions"> | undefined;
  /** Something to know about the version that is shown: a server that did not answer. */
  readonly notice: string | undefined;
  /** Why only some points are drawn of a line that needs all. */
  readonly incomplete: string | undefined;
  readonly good: Good | undefined;
  /** The next version to draw. A newer one takes its place. */
  readonly next: Job | undefined;
  /** The drawing is to be drawn again in other colours. */
  readonly repaint: boolean;
  readonly work: Work | undefined;
  /** The last ticket given out. */
  readonly ticket: number;
  /** The version that has a small picture. */
  readonly thumbnailed: number;
}

/** Why a figure is not edited. `lasts`: what is drawn next has nothing to do with it. */
export type Refusal = Pick<HostMessage<"editing">, "obstacle" | "action"> & { readonly lasts?: boolean };

/** The page before it has heard anything. */
export const initialState = (theme: ThemeChoice, anyway: boolean, drawsAll = false): PageState => ({
  theme,
  anyway,
  drawsAll,
  editing: false,
  refusal: undefined,
  lostEdits: undefined,
  viewKinds: [],
  reduced: undefined,
  newest: -1,
  shown: { kind: "nothing" },
  trouble: undefined,
  loading: { message: "Opening the figure…" },
  notice: undefined,
  incomplete: undefined,
  good: undefined,
  next: undefined,
  repaint: false,
  work: undefined,
  ticket: 0,
  thumbnailed: -1,
});

/** Whether the page works on something whose outcome will change what is shown. */
export const isBusy = ({ next, work }: PageState): boolean =>
  next !== undefined || (work !== undefined && !work.isAbandoned);

/** Whether the work with this ticket is still worth doing. A newer version takes the place of one that is being drawn. */
export const isWanted = ({ next, work }: PageState, ticket: number): boolean =>
  work?.ticket === ticket && !work.isAbandoned && (work.kind !== "draw" || next === undefined);
