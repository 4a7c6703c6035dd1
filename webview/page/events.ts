import type { EnginePart } from "../../src/figure/schema/engineParts.ts";
import type { FromWebview, ThemeChoice, ViewKind } from "../../src/protocol.ts";
import type { Reduced } from "../drawing/reduction/reduced.ts";
import type { Drawable } from "../reading/attributes.ts";
import type { OpenedFigure } from "../reading/openFigure.ts";
import type { KeptChange } from "./keptState.ts";
import type { HostMessage, Job } from "./state.ts";

/** What happens to the page. `ticket` is that of the work whose outcome it is. */
export type PageEvent =
  | { readonly type: "figure"; readonly job: Job }
  | HostMessage<"broken">
  | HostMessage<"loading">
  | HostMessage<"failed">
  | HostMessage<"settings">
  | HostMessage<"export">
  | HostMessage<"editing">
  | HostMessage<"handEdits">
  /** The text did not take an edit, for a reason that is a sentence. */
  | { readonly type: "editRefused"; readonly reason: string }
  /** The person's view is another than the figure says, in these kinds. */
  | { readonly type: "viewDiffers"; readonly kinds: readonly ViewKind[] }
  /** The text took an edit. */
  | { readonly type: "editKept" }
  /** The editor has other colours. */
  | { readonly type: "themeChanged" }
  /** The figure was read from its bytes. */
  | { readonly type: "opened"; readonly ticket: number; readonly opened: OpenedFigure; readonly milliseconds: number }
  | { readonly type: "drawn"; readonly ticket: number; readonly drawn: DrawnFacts }
  /** Reading or drawing failed; `reason` is a sentence. */
  | { readonly type: "undrawable"; readonly ticket: number; readonly reason: string }
  /** The work was no longer wanted when its turn came, and nothing was drawn. */
  | { readonly type: "dropped"; readonly ticket: number }
  /** Points that were not here have come, and are in the figure now. */
  | { readonly type: "completed" }
  /** Points that a line has to be drawn from cannot be had; `reason` is a sentence. */
  | { readonly type: "incomplete"; readonly reason: string }
  /** The graphics card has taken the drawing back. */
  | { readonly type: "contextLost" }
  /** The person wants to see the large figure that is held. */
  | { readonly type: "drawAnyway" }
  /** The person wants the lost drawing again. */
  | { readonly type: "drawAgain" }
  /** Other points than before are drawn of a figure that has too many for the screen; undefined where it has not. */
  | { readonly type: "reduced"; readonly reduced: Reduced | undefined }
  /** The person wants all points drawn, or no longer. */
  | { readonly type: "drawAll"; readonly all: boolean }
  /** The pause that a task asked for is over. */
  | { readonly type: "rested" }
  /** The page has had nothing to do since this version was drawn. */
  | { readonly type: "idle"; readonly version: number };

/** What the engine tells of a drawing. */
export interface DrawnFacts {
  /** What was left out while drawing, one sentence each. */
  readonly notes: readonly string[];
  readonly traces: number;
  readonly summary: string;
  readonly engine: string;
  /** The parts of the engine that it needed. */
  readonly parts: readonly EnginePart[];
  /** From the arrival of the version; of no use where an older one was drawn again. */
  readonly milliseconds: number;
}

/** What is to be done because of an event, in this order. */
export type Task =
  /** Read the figure, and answer `opened` or `undrawable` at once. It comes last, so that no task is left behind. */
  | { readonly type: "read"; readonly ticket: number; readonly job: Job }
  /** Draw the figure, and answer `drawn`, `undrawable` or `dropped`. */
  | {
      readonly type: "draw";
      readonly ticket: number;
      readonly figure: Drawable;
      readonly theme: ThemeChoice;
      /** Every point is drawn, however many there are. */
      readonly all: boolean;
      /** What can be changed with the hand can be so on the drawing. */
      readonly editable: boolean;
      /** The version itself, where it is drawn for the first time. */
      readonly job?: Job;
      /** The figure drawn before it, whose arrays are kept where they are the same. */
      readonly before?: Drawable | undefined;
    }
  /** Take the drawing off the page. */
  | { readonly type: "clear" }
  /** Say `rested` after so many milliseconds. */
  | { readonly type: "rest"; readonly milliseconds: number }
  /** Say `idle` when there is nothing else to do. */
  | { readonly type: "whenIdle"; readonly version: number }
  /** Make the small picture of what is drawn, and post it. */
  | { readonly type: "thumbnail"; readonly version: number }
  /** Make the picture that was asked for, and post it. */
  | { readonly type: "export"; readonly asked: HostMessage<"export"> }
  | { readonly type: "post"; readonly message: FromWebview }
  /** Keep this for the page that follows when VS Code has thrown this one away. */
  | { readonly type: "keep"; readonly change: KeptChange };
