import type { Drawing } from "../drawing/drawing.ts";
import { Banner } from "../parts/banner.ts";
import { DefaultsSwitch } from "../parts/defaultsSwitch.ts";
import { button, element } from "../parts/element.ts";
import { Notes } from "../parts/notes.ts";
import { Panel } from "../parts/panel.ts";
import { ReducedLine } from "../parts/reducedLine.ts";
import { Strip } from "../parts/strip.ts";
import type { HostMessage } from "./state.ts";
import type { Choice, PageView } from "./view.ts";

/** What the person does on the page. */
export interface ScreenEvents {
  choose(choice: Choice): void;
  /** The list of problems was unfolded or folded. */
  folded(open: boolean): void;
}

/** What stands beside the drawing while it is edited, and the button that opens and closes it. */
export interface Beside {
  readonly root: HTMLElement;
  readonly button: HTMLElement;
}

/** The elements of the page. They show what they are given, and decide nothing. */
export class Screen {
  readonly #panel: Panel<Choice>;
  readonly #trouble: Banner<Choice>;
  readonly #notice: Banner<Choice>;
  readonly #notes = new Notes();
  readonly #strip: Strip;
  readonly #defaults: DefaultsSwitch;
  readonly #progress = element("div", { class: "progress", role: "progressbar", "aria-label": "Working", hidden: "" });
  readonly #reduced: ReducedLine<Choice>;
  readonly #keepView: HTMLButtonElement;
  readonly #status = element("span", { class: "status" });
  readonly #news = element("span", { class: "news", role: "status" });
  /** Says to a screen reader what is drawn, when that is something else than before. */
  readonly #announced = element("div", { class: "unseen", role: "status" });
  /** The last drawing of the page before this one, where it came in the place of that. */
  readonly #before: Element | null;
  #shown: PageView | undefined;

  constructor(
    root: HTMLElement,
    drawing: Drawing,
    beside: Beside,
    stripOpen: boolean | undefined,
    events: ScreenEvents,
  ) {
    this.#before = root.querySelector("img.before");
    const choose = (choice: Choice): void => events.choose(choice);
    this.#panel = new Panel(choose);
    this.#trouble = new Banner("error", choose);
    this.#notice = new Banner("information", choose);
    this.#keepView = button("", "link", () => {
      const choice = this.#shown?.keepView?.choice;
      if (choice !== undefined) choose(choice);
    });
    this.#keepView.title = "Write how the figure is shown now into it";
    this.#reduced = new ReducedLine(choose);
    this.#strip = new Strip(stripOpen, {
      choose: (id) => choose({ type: "revealProblem", id }),
      folded: (open) => events.folded(open),
      act: (id) => choose({ type: "action", id }),
    });
    this.#defaults = new DefaultsSwitch((writtenFor) =>
      choose({ type: "writtenFor", ...(writtenFor && { writtenFor }) }),
    );
    drawing.root.append(this.#panel.root);
    const { header, tip, list } = this.#strip;
    const line = [
      header,
      tip,
      this.#defaults.root,
      this.#news,
      this.#reduced.root,
      this.#keepView,
      drawing.fitting.button,
      beside.button,
      this.#status,
    ];
    const bar = element("div", { class: "bar" }, ...line);
    const foot = element("footer", { class: "foot" }, this.#notes.root, bar, list);
    const desk = element("div", { class: "desk" }, drawing.root, beside.root);
    root.append(this.#progress, this.#trouble.root, this.#notice.root, desk, foot, this.#announced);
  }

  /** Changes what differs from the view before it, so that focus stays and nothing is read out twice. */
  show(view: PageView): void {
    const before = this.#shown;
    this.#shown = view;
    const differs = (part: keyof PageView): boolean => JSON.stringify(view[part]) !== JSON.stringify(before?.[part]);
    this.#progress.hidden = !view.progress;
    if (view.panel?.kind !== "loading") this.#before?.remove();
    if (differs("trouble")) this.#trouble.show(view.trouble);
    if (differs("notice")) this.#notice.show(view.notice);
    if (differs("panel")) this.#panel.show(view.panel);
    if (differs("defaults")) this.#defaults.show(view.defaults);
    this.#notes.show(view.notes);
    if (differs("news")) this.#news.textContent = view.news;
    this.#keepView.hidden = view.keepView === undefined;
    if (differs("keepView")) this.#keepView.textContent = view.keepView?.label ?? "";
    if (differs("reduced")) this.#reduced.show(view.reduced);
    if (differs("status")) {
      this.#status.textContent = view.status.text;
      this.#status.title = view.status.title;
    }
    if (view.announcement !== undefined && this.#announced.textContent !== view.announcement)
      this.#announced.textContent = view.announcement;
    this.#strip.setDrawable(view.isDrawable);
  }

  showProblems(problems: HostMessage<"problems">): void {
    this.#strip.show(problems);
  }
}
