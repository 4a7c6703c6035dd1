import type { FromWebview } from "../../src/protocol.ts";
import type { PageEvent, Task } from "./events.ts";
import type { Good, PageState, Shown, Trouble, Work } from "./state.ts";

/** What an event makes of the page, and what is to be done because of it. */
export interface Step {
  readonly state: PageState;
  readonly tasks: readonly Task[];
}

type Outcome<Type extends PageEvent["type"]> = Extract<PageEvent, { type: Type }>;

export const step = (state: PageState, ...tasks: readonly Task[]): Step => ({ state, tasks });

/** A drawing that took longer than this, in milliseconds, is not made a second time for the side bar's small picture. */
const slowestThumbnail = 5000;

/** Begins the next piece of work, if there is one and none is under way. */
export function begin(state: PageState, ...before: readonly Task[]): Step {
  const { next: job, theme, good, shown, drawsAll: all, editing: editable } = state;
  if (state.work !== undefined) return step(state, ...before);
  const ticket = state.ticket + 1;
  const work = { ticket, theme, isAbandoned: false };
  const begun = { ...state, ticket, next: undefined, repaint: false };
  if (job !== undefined)
    return step({ ...begun, work: { ...work, kind: "read", job } }, ...before, { type: "read", ticket, job });
  if (!state.repaint || good === undefined || shown.kind !== "drawing")
    return step({ ...state, repaint: false }, ...before);
  const draw: Task = { type: "draw", ticket, figure: good.figure, theme, all, editable };
  return step({ ...begun, work: { ...work, kind: "repaint" } }, ...before, draw);
}

/** The outcome of a piece of work. One that is no longer awaited changes nothing. */
export function finish(state: PageState, event: Outcome<"opened" | "drawn" | "undrawable" | "dropped">): Step {
  const { work } = state;
  if (work?.ticket !== event.ticket) return step(state);
  const idle = { ...state, work: undefined };
  // What was drawn behind a sentence that there is nothing to show must not come to light later.
  if (work.isAbandoned) return event.type === "drawn" ? begin(idle, { type: "clear" }) : begin(idle);
  switch (event.type) {
    case "opened":
      return work.kind === "read" ? opened(state, work, event) : step(state);
    case "drawn":
      return work.kind === "read" ? step(state) : drawn(idle, work, event);
    case "undrawable":
      return undrawable(idle, work, event.reason);
    case "dropped":
      return begin(idle);
    default:
      return event satisfies never;
  }
}

function opened(
  state: PageState,
  work: Extract<Work, { kind: "read" }>,
  { opened: { figure, notes, defaults, isBlank, tooLarge }, milliseconds }: Outcome<"opened">,
): Step {
  const { job } = work;
  const { version, notice } = job.message;
  const read = { ...state, notice, incomplete: undefined };
  const done = { ...read, work: undefined };
  if (isBlank) {
    const empty = { ...settle(done, version, { kind: "empty", version, notes }), good: undefined };
    return begin(empty, { type: "clear" }, post(drawnMessage(version, milliseconds, 0, "", notes)));
  }
  if (tooLarge !== undefined && !state.anyway) {
    const held = settle(done, version, { kind: "held", job, reason: tooLarge });
    return begin(held, { type: "clear" }, post({ type: "held", version, message: tooLarge }));
  }
  const { ticket, isAbandoned } = work;
  const { theme, good, drawsAll: all, editing: editable } = state;
  return step(
    { ...read, work: { kind: "draw", ticket, isAbandoned, theme, job, figure, notes, defaults } },
    { type: "draw", ticket, figure, theme, all, editable, job, before: good?.figure },
  );
}

function drawn(state: PageState, work: Exclude<Work, { kind: "read" }>, { drawn: facts }: Outcome<"drawn">): Step {
  const { theme } = work;
  if (work.kind !== "draw") {
    const isLost = work.kind === "repaint" && state.shown.kind === "drawing" && state.shown.isLost;
    return begin({ ...state, shown: { kind: "drawing", theme, isLost }, loading: undefined });
  }
  const { job, figure, defaults } = work;
  const { version, news, thumbnail } = job.message;
  const notes = [...work.notes, ...facts.notes];
  const { traces, summary, engine, parts, milliseconds } = facts;
  const good: Good = { version, figure, notes, defaults, news, traces, summary, engine, milliseconds };
  const refusal = state.refusal?.lasts === true ? state.refusal : undefined;
  const wantsThumbnail = thumbnail && version !== state.thumbnailed && milliseconds < slowestThumbnail;
  return begin(
    { ...settle(state, version, { kind: "drawing", theme, isLost: false }), good, refusal },
    { type: "keep", change: { parts } },
    post(drawnMessage(version, milliseconds, traces, engine, notes)),
    ...(wantsThumbnail ? [{ type: "whenIdle", version } as const] : []),
  );
}

function undrawable(state: PageState, work: Work, reason: string): Step {
  const { good, theme, drawsAll: all, editing: editable } = state;
  if (work.kind === "restore") return nothingDrawn(state);
  if (work.kind === "repaint") {
    const message = "The figure could not be drawn again.";
    return begin({ ...state, shown: { kind: "failed", message, detail: reason, actions: [] } });
  }
  const { version } = work.job.message;
  const trouble = newer(state.trouble, { kind: "undrawable", version, reason });
  const failed = post({ type: "drawFailed", version, message: reason });
  if (good === undefined || state.next !== undefined) return nothingDrawn({ ...state, trouble }, failed);
  const ticket = state.ticket + 1;
  const restore: Work = { kind: "restore", ticket, theme, isAbandoned: false };
  const draw: Task = { type: "draw", ticket, figure: good.figure, theme, all, editable };
  return step({ ...state, trouble, ticket, repaint: false, work: restore }, failed, draw);
}

const nothingDrawn = (state: PageState, ...tasks: readonly Task[]): Step =>
  begin({ ...state, shown: { kind: "nothing" }, loading: undefined }, ...tasks, { type: "clear" });

/** A version that can be shown ends the trouble of those before it, and the waiting. */
function settle(state: PageState, version: number, shown: Shown): PageState {
  const isPast = state.trouble === undefined || state.trouble.version <= version;
  return { ...state, shown, loading: undefined, trouble: isPast ? undefined : state.trouble };
}

const newer = (known: Trouble | undefined, trouble: Trouble): Trouble =>
  known !== undefined && known.version > trouble.version ? known : trouble;

const post = (message: FromWebview): Task => ({ type: "post", message });

const drawnMessage = (
  version: number,
  milliseconds: number,
  traces: number,
  engine: string,
  notes: readonly string[],
): FromWebview => ({ type: "drawn", version, milliseconds, traces, engine, notes: [...notes] });
