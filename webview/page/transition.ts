import type { PageEvent, Task } from "./events.ts";
import { type HostMessage, isBusy, type Job, type PageState } from "./state.ts";
import { begin, finish, type Step, step } from "./work.ts";

/** Time for the page to show a sentence before a large drawing keeps it from answering, in milliseconds. */
const breath = 50;

/**
 * What an event makes of the page. It is pure: the new state says what is shown, the tasks say what is to be done.
 * What became of a version never gives way to an older one.
 */
export function transition(state: PageState, event: PageEvent): Step {
  switch (event.type) {
    case "figure":
      return hearFigure(state, event.job);
    case "broken":
      return hearBroken(state, event);
    case "loading":
      return hearLoading(state, event);
    case "failed":
      return hearFailed(state, event);
    case "settings": {
      const { theme } = event;
      const { state: followed, tasks } = followTheme({ ...state, theme });
      return step(followed, { type: "keep", change: { theme } }, ...tasks);
    }
    case "themeChanged":
      return followTheme(state);
    case "export":
      return hearExport(state, event);
    case "editing":
      return hearEditing(state, event);
    case "handEdits":
      return step({ ...state, lostEdits: event });
    case "editRefused":
      return refuseEdit(state, event.reason);
    case "viewDiffers":
      return step({ ...state, viewKinds: event.kinds });
    case "editKept":
      return step({ ...state, refusal: undefined });
    case "opened":
    case "drawn":
    case "undrawable":
    case "dropped":
      return finish(state, event);
    case "completed":
      return begin({ ...state, incomplete: undefined, repaint: true });
    case "incomplete":
      return lackPoints(state, event.reason);
    case "contextLost":
      return loseContext(state);
    case "drawAnyway":
      return drawAnyway(state);
    case "drawAgain":
      return drawAgain(state);
    case "reduced":
      return step({ ...state, reduced: event.reduced });
    case "drawAll":
      return drawAll(state, event.all);
    case "rested":
      return begin(state);
    case "idle":
      return makeThumbnail(state, event.version);
    default:
      return event satisfies never;
  }
}

function hearFigure(state: PageState, job: Job): Step {
  const { version } = job.message;
  if (version < state.newest) return step(stopWaiting(state));
  return begin({ ...state, newest: version, next: job });
}

function hearBroken(state: PageState, message: HostMessage<"broken">): Step {
  const { version } = message;
  const heard = stopWaiting(state);
  if (version < state.newest) return step(heard);
  return step({ ...heard, newest: version, trouble: { kind: "broken", version, message } });
}

/** The host reads a figure. What is shown of an earlier version stays meanwhile. */
function hearLoading(state: PageState, loading: HostMessage<"loading">): Step {
  const { kind } = state.shown;
  return step(kind === "nothing" || kind === "failed" ? { ...state, loading } : state);
}

/** The host has nothing to show, so all that was drawn or is being drawn goes. */
function hearFailed(state: PageState, { message, detail, actions }: HostMessage<"failed">): Step {
  const failed: PageState = {
    ...state,
    shown: { kind: "failed", message, detail, actions },
    trouble: undefined,
    loading: undefined,
    notice: undefined,
    good: undefined,
    next: undefined,
    repaint: false,
    work: state.work && { ...state.work, isAbandoned: true },
  };
  return step(failed, { type: "clear" });
}

/** The host has answered: what it says is shown, unless the page still works on something. */
const stopWaiting = (state: PageState): PageState => (isBusy(state) ? state : { ...state, loading: undefined });

/** Draws again where the colours make a difference. */
function followTheme(state: PageState): Step {
  const { shown, work, theme } = state;
  const differs = shown.kind === "drawing" && (theme === "editor" || shown.theme === "editor");
  const willDiffer = work !== undefined && !work.isAbandoned && work.theme !== theme;
  return differs || willDiffer ? begin({ ...state, repaint: true }) : step(state);
}

function hearExport(state: PageState, asked: HostMessage<"export">): Step {
  if (state.shown.kind === "drawing") return step(state, { type: "export", asked });
  const error = "There is no drawing to make a picture of.";
  return step(state, { type: "post", message: { type: "exported", id: asked.id, error } });
}

/** A drawing becomes editable by being drawn anew. */
function hearEditing(state: PageState, { on, obstacle, action }: HostMessage<"editing">): Step {
  const heard = { ...state, editing: on, refusal: obstacle === undefined ? undefined : { obstacle, action } };
  return on === state.editing ? step(heard) : begin({ ...heard, repaint: state.repaint || hasDrawing(state) });
}

/** What the hand has changed on the drawing goes back to what the text says. */
const refuseEdit = (state: PageState, obstacle: string): Step =>
  begin({ ...state, refusal: { obstacle, lasts: true }, repaint: state.repaint || hasDrawing(state) });

/** A drawing is there, or is being made. */
const hasDrawing = ({ shown, work }: PageState): boolean => shown.kind === "drawing" || work?.kind === "draw";

function loseContext(state: PageState): Step {
  const message = "A WebGL context of the preview was lost.";
  const { shown } = state;
  return step(shown.kind === "drawing" ? { ...state, shown: { ...shown, isLost: true } } : state, {
    type: "post",
    message: { type: "log", level: "warn", message },
  });
}

/** Where the person wanted all points, the drawing goes back to those that the screen shows. */
function lackPoints(state: PageState, reason: string): Step {
  const told = { ...state, incomplete: reason };
  return state.drawsAll ? drawAll({ ...told, repaint: true }, false) : step(told);
}

/** Where a newer version is being drawn already, the held one is past. */
function drawAnyway(state: PageState): Step {
  const { shown } = state;
  if (shown.kind !== "held") return step(state);
  const next = state.next ?? (state.work === undefined ? shown.job : undefined);
  return step(
    { ...state, anyway: true, next, loading: { message: "Drawing…" } },
    { type: "keep", change: { anyway: true } },
    { type: "rest", milliseconds: breath },
  );
}

function drawAgain(state: PageState): Step {
  const { shown } = state;
  if (shown.kind !== "drawing") return step(state);
  return begin({ ...state, shown: { ...shown, isLost: false }, repaint: true }, { type: "clear" });
}

function drawAll(state: PageState, drawsAll: boolean): Step {
  if (drawsAll === state.drawsAll) return step(state);
  const keep: Task = { type: "keep", change: { all: drawsAll || undefined } };
  return begin({ ...state, drawsAll, repaint: state.repaint || state.shown.kind === "drawing" }, keep);
}

/** A newer version has its own small picture made. */
function makeThumbnail(state: PageState, version: number): Step {
  const { shown, good, work, thumbnailed } = state;
  const isDrawn = shown.kind === "drawing" && good?.version === version;
  if (!isDrawn || work !== undefined || thumbnailed === version) return step(state);
  return step({ ...state, thumbnailed: version }, { type: "thumbnail", version });
}
