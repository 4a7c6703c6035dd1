import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PageState } from "../../../../webview/page/state.ts";
import { PageRun } from "./pageRun.ts";

/** What becomes of a figure: the page finds out when it has read it, or when it draws it. */
const figures = ["drawable", "blank", "large", "unreadable", "undrawable"] as const;
type Figure = (typeof figures)[number];

const happenings = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("figure"), back: fc.nat(2), figure: fc.constantFrom(...figures) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("broken"), back: fc.nat(2) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("finish"), well: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "loading",
        "failed",
        "rested",
        "drawAnyway",
        "drawAgain",
        "contextLost",
        "themeChanged",
        "completed",
      ),
    }),
  },
  fc.record({ do: fc.constant("drawAll"), well: fc.boolean() }),
  fc.record({ do: fc.constant("settings"), theme: fc.constantFrom("authored", "editor") }),
  fc.record({ do: fc.constant("idle"), back: fc.nat(2) }),
);
type Happening = {
  readonly do: string;
  readonly back?: number;
  readonly figure?: Figure;
  readonly well?: boolean;
  readonly theme?: "authored" | "editor";
};

/** The page among its surroundings: hosts, persons and drawings that take their time, in any order. */
class Surroundings {
  readonly run = new PageRun();
  readonly #figures: Figure[] = [];
  /** The newest version that the host has sent. */
  #sent = 0;
  #rests = 0;
  /** Whether the host's last word is that it reads. It is at the beginning. */
  hostReads = true;
  /** The newest version since the host had nothing to show; undefined where there is none. */
  newest: number | undefined;
  mostShown = -1;

  follow(happening: Happening): void {
    const { run } = this;
    const before = run.state;
    run.tasks = [];
    this.#do(happening);
    this.#settle();
    this.#check(before);
  }

  #do({ do: what, back = 0, figure = "drawable", well = true, theme = "authored" }: Happening): void {
    const { run } = this;
    if (what === "figure" || what === "broken") {
      // Mostly the next version; now and then one from before.
      const version = back === 0 ? ++this.#sent : Math.max(0, this.#sent - back);
      this.hostReads = false;
      if (version >= (this.newest ?? run.state.newest)) this.newest = version;
      if (what === "broken") run.broken(version);
      else run.figure(version, { path: [this.#figures.push(figure) - 1], thumbnail: true });
    } else if (what === "finish") this.#finish(well);
    else if (what === "loading") {
      run.follow({ type: "loading", message: "Reading…" });
      this.hostReads = true;
    } else if (what === "failed") {
      run.failed();
      this.hostReads = false;
      this.newest = undefined;
    } else if (what === "rested") {
      if (this.#rests > 0) run.follow({ type: "rested" });
      this.#rests = Math.max(0, this.#rests - 1);
    } else if (what === "settings") run.follow({ type: "settings", theme });
    else if (what === "drawAll") run.follow({ type: "drawAll", all: well });
    else if (what === "idle") run.follow({ type: "idle", version: this.#sent - back });
    else if (
      what === "drawAnyway" ||
      what === "drawAgain" ||
      what === "contextLost" ||
      what === "themeChanged" ||
      what === "completed"
    )
      run.follow({ type: what });
    if (run.types.includes("rest")) this.#rests++;
  }

  /** The page reads at once. */
  #settle(): void {
    const { run } = this;
    while (run.types.includes("read")) {
      const figure = this.#figureOf(run.task("read").job.message.path);
      if (figure === "unreadable") run.refuses();
      else run.opens({ isBlank: figure === "blank", tooLarge: figure === "large" ? "It is large." : undefined });
    }
  }

  /** `well`: the drawing of what can be drawn succeeds. The engine is asked whether it still is to draw. */
  #finish(well: boolean): void {
    const { run } = this;
    const { work } = run.state;
    if (work === undefined) return;
    if (!run.isWanted && well) run.drops();
    else if (work.kind === "draw" && this.#figureOf(work.job.message.path) === "undrawable") run.refuses();
    else if (work.kind === "draw" || well) run.draws();
    else run.refuses();
  }

  #figureOf(path: readonly (string | number)[] | undefined): Figure {
    return this.#figures[Number(path?.[0])] ?? "drawable";
  }

  /** Everything under way comes to its end. */
  end(): void {
    for (let i = 0; i < 20 && (this.run.state.work !== undefined || this.#rests > 0); i++)
      this.follow({ do: this.run.state.work === undefined ? "rested" : "finish" });
  }

  #check(before: PageState): void {
    const { run } = this;
    const { state, view } = run;
    assert.ok(state.newest >= before.newest, "no version is forgotten");
    const shown = shownVersion(state);
    if (shown !== undefined && shown < this.mostShown)
      assert.ok((state.trouble?.version ?? -1) > shown, "an older version is shown only below what ails the newer");
    this.mostShown = Math.max(this.mostShown, shown ?? -1);
    const isDrawing = state.shown.kind === "drawing";
    assert.ok(isDrawing || view.panel !== undefined || view.progress, "there is something to see");
    assert.ok(isDrawing || view.trouble === undefined, "trouble stands above a drawing alone");
    if (isDrawing) assert.ok(state.good, "a drawing is that of a version");
    if (isDrawing && state.work === undefined) assert.ok(run.isOnPage, "the drawing is on the page");
    if (!isDrawing && state.work === undefined) assert.ok(!run.isOnPage, "nothing is drawn behind the panel");
    if (state.work !== undefined) assert.ok(view.progress, "work is seen");
    assert.equal(run.underWay, state.work === undefined ? 0 : 1, "Plotly draws one thing at a time");
  }
}

function shownVersion({ shown, good }: PageState): number | undefined {
  if (shown.kind === "drawing") return good?.version;
  if (shown.kind === "empty") return shown.version;
  return shown.kind === "held" ? shown.job.message.version : undefined;
}

describe("Whatever happens in whatever order, the page", () => {
  const check = (test: (surroundings: Surroundings) => void) =>
    fc.assert(
      fc.property(fc.array(happenings, { maxLength: 40 }), (list) => {
        const surroundings = new Surroundings();
        for (const happening of list) surroundings.follow(happening);
        surroundings.end();
        test(surroundings);
      }),
      { numRuns: 2000 },
    );

  it("shows one thing at a time, and no version after a newer one", () => check(() => undefined));

  it("stops its progress once nothing is under way", () =>
    check(({ run, hostReads }) => {
      const { state, view } = run;
      assert.deepEqual([state.work, state.next, state.repaint], [undefined, undefined, false]);
      if (!hostReads) assert.equal(view.progress, false);
    }));

  it("ends with what became of the newest version", () =>
    check(({ run, newest, hostReads }) => {
      const { shown, trouble } = run.state;
      if (newest === undefined) {
        assert.ok(shown.kind === "failed" || (shown.kind === "nothing" && hostReads));
        assert.equal(trouble, undefined);
      } else if (trouble) assert.equal(trouble.version, newest);
      // The engine may fail to draw once more what it has drawn before.
      else if (shown.kind !== "failed") assert.equal(shownVersion(run.state), newest);
    }));
});
