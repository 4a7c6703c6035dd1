import type { Defaults } from "../../src/figure/migrate/migrate.ts";
import type { FromWebview } from "../../src/protocol.ts";
import type { BannerContent, Offer, PanelContent } from "../parts/content.ts";
import type { Reduced } from "../drawing/reduction/reduced.ts";
import type { PageEvent } from "./events.ts";
import { isBusy, type PageState, type Trouble } from "./state.ts";
import { formatCount, formatNumber } from "../../src/figure/model/counts.ts";

/** What a button on the page does: something happens to the page, or the host hears of it. */
export type Choice = Extract<PageEvent, { type: "drawAnyway" | "drawAgain" | "drawAll" }> | FromWebview;

/** All that the person sees, apart from the drawing itself and the list of problems. */
export interface PageView {
  /** The page or the host is at work. */
  readonly progress: boolean;
  /** Why the drawing is not that of the current text. */
  readonly trouble: BannerContent<Choice> | undefined;
  /** What to know about the drawing. */
  readonly notice: BannerContent<Choice> | undefined;
  /** What stands in the drawing's place. */
  readonly panel: PanelContent<Choice> | undefined;
  /** What was changed in memory in order to draw, one sentence each. */
  readonly notes: readonly string[];
  /** Whose defaults the figure is drawn with; undefined where that makes no difference. */
  readonly defaults: Defaults | undefined;
  /** Why the drawing took the place of another one, where that was not the person's doing. */
  readonly news: string;
  /** How many points and cells are drawn, where a figure has more than a screen can show. */
  readonly reduced: BannerContent<Choice> | undefined;
  /** What keeps the person's view, where it differs from the figure. */
  readonly keepView: Offer<Choice> | undefined;
  readonly status: { readonly text: string; readonly title: string };
  /** What a screen reader says; undefined where there is nothing new. */
  readonly announcement: string | undefined;
  /** The figure can be drawn, as far as the page knows. */
  readonly isDrawable: boolean;
}

const exampleFigure = `{
  "data": [{ "type": "bar", "x": ["a", "b", "c"], "y": [2, 5, 3] }],
  "layout": { "title": { "text": "My figure" } }
}`;

const lastGood = "Showing the last good drawing.";

/** What a person sees in this state of the page. */
export function viewOf(state: PageState): PageView {
  const { shown, trouble, loading, work } = state;
  const drawing = shown.kind === "drawing" ? state.good : undefined;
  return {
    progress: loading !== undefined || work !== undefined || isBusy(state),
    trouble: drawing && trouble && bannerOf(trouble),
    notice: noticeOf(state),
    panel: panelOf(state),
    notes: drawing?.notes ?? (shown.kind === "empty" ? shown.notes : []),
    defaults: drawing?.defaults,
    news: drawing?.news ?? "",
    reduced: drawing && state.reduced && reducedOf(state.reduced, state.drawsAll),
    keepView:
      drawing && state.viewKinds.length > 0
        ? { label: "Keep This View", choice: { type: "keepView", kinds: state.viewKinds } }
        : undefined,
    status: {
      text: drawing ? formatCount(drawing.traces, "trace") : "",
      title: drawing ? `Drawn by ${drawing.engine} in ${formatNumber(drawing.milliseconds)} ms` : "",
    },
    announcement: drawing && `Drawn: ${drawing.summary}.`,
    isDrawable: trouble === undefined && shown.kind !== "failed",
  };
}

function noticeOf({ refusal, lostEdits, notice, incomplete, shown }: PageState): BannerContent<Choice> | undefined {
  if (refusal?.obstacle !== undefined)
    return { message: refusal.obstacle, ...(refusal.action && { offer: offerOf(refusal.action) }) };
  if (lostEdits?.message !== undefined)
    return { message: lostEdits.message, offers: (lostEdits.actions ?? []).map(offerOf) };
  if (notice !== undefined) return { message: notice };
  if (incomplete === undefined || shown.kind !== "drawing") return undefined;
  return { message: `Some of the points are drawn, not all. ${incomplete}` };
}

function reducedOf({ points, cells }: Reduced, drawsAll: boolean): BannerContent<Choice> {
  const label = drawsAll ? "Draw Fewer" : "Draw All";
  const said = [
    [points, "point"],
    [cells, "cell"],
  ] as const;
  const message = said
    .filter(([{ all }]) => all > 0)
    .map(([{ all, drawn }, what]) => `${formatCount(all, what)}, ${drawsAll ? "all" : formatNumber(drawn)} drawn`)
    .join("; ");
  return { message, offer: { label, choice: { type: "drawAll", all: !drawsAll } } };
}

/** Until something is drawn, trouble is told in the drawing's place; afterwards above it. */
function panelOf(state: PageState): PanelContent<Choice> | undefined {
  const { shown, trouble, loading } = state;
  if (shown.kind === "drawing") return shown.isLost ? lost : undefined;
  if (loading !== undefined) return loadingPanel(loading);
  // What is still being drawn may be a drawing to tell it above.
  if (trouble !== undefined && (shown.kind === "nothing" || !isBusy(state))) return troublePanel(trouble);
  switch (shown.kind) {
    case "nothing":
      return undefined;
    case "empty":
      return empty;
    case "held":
      return {
        kind: "held",
        message: shown.reason,
        detail: "Drawing it may take long, and the preview does not answer meanwhile.",
        offers: [{ label: "Draw Anyway", choice: { type: "drawAnyway" } }],
      };
    case "failed": {
      const { message, detail, actions } = shown;
      return { kind: "failed", message, detail, offers: actions.map(offerOf) };
    }
    default:
      return shown satisfies never;
  }
}

function loadingPanel({ message, actions }: NonNullable<PageState["loading"]>): PanelContent<Choice> {
  if (actions === undefined) return { kind: "loading", message };
  return { kind: "loading", message, offers: actions.map(offerOf) };
}

const offerOf = ({ id, label }: { readonly id: string; readonly label: string }): Offer<Choice> => ({
  label,
  choice: { type: "action", id },
});

const lost: PanelContent<Choice> = {
  kind: "failed",
  message: "The graphics card has taken this drawing back.",
  detail: "That happens when many 3D and WebGL drawings are open at once, or when the computer wakes up.",
  offers: [{ label: "Draw Again", choice: { type: "drawAgain" } }],
};

const empty: PanelContent<Choice> = {
  kind: "empty",
  message: "This figure has no traces yet.",
  detail: `Add one to "data" in the text, for example:`,
  example: exampleFigure,
};

function bannerOf(trouble: Trouble): BannerContent<Choice> {
  if (trouble.kind === "undrawable")
    return { message: `This version of the figure cannot be drawn. ${trouble.reason} ${lastGood}` };
  return { message: `${trouble.message.message} ${lastGood}`, offer: offersOf(trouble.message)[0] };
}

function troublePanel(trouble: Trouble): PanelContent<Choice> {
  if (trouble.kind === "undrawable")
    return { kind: "failed", message: "This figure cannot be drawn.", detail: trouble.reason };
  const { message, place } = trouble.message;
  const detail = place ? "It is drawn as soon as the text can be read." : "";
  return { kind: "failed", message, detail, offers: offersOf(trouble.message) };
}

function offersOf({ action, place }: Extract<Trouble, { kind: "broken" }>["message"]): Offer<Choice>[] {
  return [
    ...(action ? [offerOf(action)] : []),
    ...(place ? [{ label: "Go to Line", choice: { type: "revealObstacle" } } as const] : []),
  ];
}
