import assert from "node:assert/strict";
import { drawable } from "../support.ts";
import { PageRun } from "./pageRun.ts";

const large = "This figure has 60,000 markers.";
const lastGood = "Showing the last good drawing.";

describe("What the page shows", () => {
  let run: PageRun;
  beforeEach(() => {
    run = new PageRun();
  });

  describe("before anything is drawn", () => {
    it("says that the figure is opened", () => {
      assert.deepEqual(run.view.panel, { kind: "loading", message: "Opening the figure…" });
      assert.equal(run.view.progress, true);
      assert.equal(run.view.isDrawable, true);
    });

    it("says what the host is about", () => {
      run.follow({ type: "loading", message: "Reading…" });
      assert.deepEqual(run.view.panel, { kind: "loading", message: "Reading…" });
      run.follow({ type: "loading", message: "Reading 1.2 GB: 40 %", actions: [{ id: "stop", label: "Cancel" }] });
      const choice = { type: "action", id: "stop" };
      const offers = [{ label: "Cancel", choice }];
      assert.deepEqual(run.view.panel, { kind: "loading", message: "Reading 1.2 GB: 40 %", offers });
    });

    it("keeps saying it while the figure is drawn, and is then done", () => {
      run.follow({ type: "loading", message: "Reading…" }).figure(1).opens();
      assert.equal(run.view.panel?.message, "Reading…");
      run.draws();
      assert.equal(run.view.panel, undefined);
      assert.equal(run.view.progress, false);
    });
  });

  describe("while the figure is edited", () => {
    it("says why an edit was not written, until another one is, whatever is drawn meanwhile", () => {
      run.shows(1).follow({ type: "editing", on: true }).draws();
      run.follow({ type: "editRefused", reason: "The text has changed." }).draws();
      assert.deepEqual(run.view.notice, { message: "The text has changed." });
      run.shows(2);
      assert.deepEqual(run.view.notice, { message: "The text has changed." });
      run.follow({ type: "editKept" });
      assert.equal(run.view.notice, undefined);
    });

    it("says why it cannot be, until something else is drawn", () => {
      run.shows(1).follow({ type: "editing", on: false, obstacle: "It is on a server." });
      assert.deepEqual(run.view.notice, { message: "It is on a server." });
      run.shows(2);
      assert.equal(run.view.notice, undefined);
    });

    it("offers to keep a view that is another than the figure says", () => {
      run.shows(1).follow({ type: "viewDiffers", kinds: ["range"] });
      assert.deepEqual(run.view.keepView, { label: "Keep This View", choice: { type: "keepView", kinds: ["range"] } });
      run.follow({ type: "viewDiffers", kinds: [] });
      assert.equal(run.view.keepView, undefined);
    });
  });

  describe("of a version that can be drawn", () => {
    it("is the drawing, with what there is to say about it", () => {
      const defaults = { writtenFor: "newest", saidBy: "setting", unchosen: "newest" } as const;
      run.figure(1, { news: "Redrawn.", notice: "A server is down." });
      run.opens({ notes: ["One."], defaults }).draws({ notes: ["Two."] });
      const { view } = run;
      assert.equal(run.state.shown.kind, "drawing");
      assert.deepEqual(view.notes, ["One.", "Two."]);
      assert.equal(view.news, "Redrawn.");
      assert.deepEqual(view.notice, { message: "A server is down." });
      assert.deepEqual(view.status, { text: "1 trace", title: "Drawn by plotly.js 4.1.1 in 1,234 ms" });
      assert.equal(view.announcement, "Drawn: 1 trace: bar.");
      assert.equal(view.defaults, defaults);
      assert.equal(view.isDrawable, true);
    });

    it("is told to the host, with the engine's parts kept for the next page", () => {
      run
        .figure(7)
        .opens()
        .draws({ parts: ["core", "shared", "pies"] });
      assert.deepEqual(run.lastPosted, {
        type: "drawn",
        version: 7,
        milliseconds: 1234,
        traces: 1,
        engine: "plotly.js 4.1.1",
        notes: [],
      });
      assert.deepEqual(run.task("keep").change, { parts: ["core", "shared", "pies"] });
      run.shows(8);
      assert.deepEqual(run.task("keep").change, { parts: ["core"] });
    });

    it("is drawn beside the one before, whose arrays are kept", () => {
      const figure = drawable([{ type: "pie" }]);
      run.shows(1, {}, { figure }).figure(2).opens();
      assert.equal(run.task("draw").before, figure);
      assert.equal(run.task("draw").job?.message.version, 2);
    });
  });

  describe("when versions follow each other", () => {
    it("is the newest: an older one is dropped", () => {
      run.shows(5);
      const before = run.state;
      run.figure(4);
      assert.deepEqual(run.types, []);
      assert.deepEqual(run.state, before);
      run.broken(4);
      assert.deepEqual(run.state, before);
    });

    it("waits no longer for the host once it has sent one, though it be too old", () => {
      run.broken(5).follow({ type: "loading", message: "Reading…" }).figure(4);
      assert.equal(run.view.progress, false);
      assert.equal(run.view.panel?.message, "Version 5 is broken.");
    });

    it("is drawn again where the same version comes again", () => {
      run.shows(5).shows(5);
      assert.equal(run.posted.length, 2);
    });

    it("lets the one that is being drawn give way to the newest of those that wait", () => {
      run.figure(1).opens();
      assert.equal(run.isWanted, true);
      run.figure(2);
      assert.deepEqual(run.types, []);
      assert.equal(run.isWanted, false);
      run.figure(3).drops();
      assert.equal(run.task("read").job.message.version, 3);
      run.opens().draws();
      assert.equal(run.state.good?.version, 3);
      assert.equal(run.view.progress, false);
    });

    it("shows one that was drawn meanwhile, and goes on to the newest", () => {
      run.figure(1).opens().figure(2).draws();
      assert.equal(run.state.good?.version, 1);
      assert.equal(run.view.progress, true);
      assert.equal(run.task("read").job.message.version, 2);
    });

    it("reads last, after all else that a drawing asks for", () => {
      run.figure(1, { thumbnail: true }).opens().figure(2).draws();
      assert.deepEqual(run.types, ["keep", "post", "whenIdle", "read"]);
    });

    it("takes no outcome for that of another piece of work", () => {
      run.figure(1).opens();
      const before = run.state;
      run.follow({ type: "undrawable", ticket: 99, reason: "No." });
      assert.equal(run.state, before);
    });
  });

  describe("of a text that is broken", () => {
    it("stands in the drawing's place where there is none", () => {
      run.broken(1);
      const { panel, trouble, progress, isDrawable } = run.view;
      assert.equal(panel?.kind, "failed");
      assert.equal(panel.message, "Version 1 is broken.");
      assert.equal(panel.detail, "It is drawn as soon as the text can be read.");
      assert.deepEqual(panel.offers, [{ label: "Go to Line", choice: { type: "revealObstacle" } }]);
      assert.equal(trouble, undefined);
      assert.equal(progress, false);
      assert.equal(isDrawable, false);
    });

    it("stands above the last good drawing where there is one", () => {
      run.shows(1).broken(2, { action: { id: "unpack", label: "Open Unpacked" } });
      assert.deepEqual(run.view.trouble, {
        message: `Version 2 is broken. ${lastGood}`,
        offer: { label: "Open Unpacked", choice: { type: "action", id: "unpack" } },
      });
      assert.equal(run.view.panel, undefined);
      assert.equal(run.view.status.text, "1 trace");
      assert.equal(run.isOnPage, true);
    });

    it("offers no place where the text shows none", () => {
      run.broken(1, { place: false });
      assert.deepEqual(run.view.panel?.offers, []);
      assert.equal(run.view.panel?.detail, "");
    });

    it("waits for the drawing that is under way, and then stands above it", () => {
      run.figure(1).opens().broken(2);
      assert.equal(run.view.panel?.kind, "loading");
      assert.equal(run.view.isDrawable, false);
      run.draws();
      assert.equal(run.view.trouble?.message, `Version 2 is broken. ${lastGood}`);
      assert.equal(run.view.isDrawable, false);
    });

    it("outlives the failure of an older version", () => {
      run.figure(1).opens().broken(2).refuses();
      assert.equal(run.view.panel?.message, "Version 2 is broken.");
      assert.equal(run.view.progress, false);
    });

    it("is said where an older version turns out to be empty or held", () => {
      run.figure(1).opens().figure(2).broken(3).draws().opens({ isBlank: true });
      assert.equal(run.view.panel?.message, "Version 3 is broken.");
      const other = new PageRun().figure(1).opens().figure(2).broken(3).draws().opens({ tooLarge: large });
      assert.equal(other.view.panel?.message, "Version 3 is broken.");
    });

    it("ends with the next version that can be drawn", () => {
      run.broken(1).shows(2);
      assert.equal(run.view.trouble, undefined);
      assert.equal(run.view.isDrawable, true);
    });

    it("ends the waiting for the host", () => {
      run.follow({ type: "loading", message: "Reading…" }).broken(1);
      assert.equal(run.view.progress, false);
      run.shows(2).follow({ type: "loading", message: "Reading…" }).broken(3);
      assert.equal(run.view.progress, false);
    });
  });

  describe("of a figure that cannot be drawn", () => {
    it("is the reason", () => {
      run.figure(1).refuses();
      assert.deepEqual(run.view.panel, {
        kind: "failed",
        message: "This figure cannot be drawn.",
        detail: "That is no figure.",
      });
      assert.deepEqual(run.types, ["post", "clear"]);
      assert.deepEqual(run.lastPosted, { type: "drawFailed", version: 1, message: "That is no figure." });
      assert.equal(run.view.progress, false);
      assert.equal(run.view.isDrawable, false);
    });

    it("is the last good drawing, drawn again, below the reason", () => {
      const figure = drawable([{ type: "pie" }]);
      run.shows(1, {}, { figure }).figure(2).opens().refuses();
      assert.equal(run.task("draw").figure, figure);
      assert.equal(run.task("draw").job, undefined);
      assert.equal(run.view.progress, true);
      run.draws();
      assert.deepEqual(run.view.trouble, {
        message: `This version of the figure cannot be drawn. That is no figure. ${lastGood}`,
      });
      assert.equal(run.view.progress, false);
      assert.equal(run.isOnPage, true);
    });

    it("is the reason alone where the last good drawing fails too", () => {
      run.shows(1).figure(2).opens().refuses().refuses("Nor that.");
      assert.equal(run.view.panel?.detail, "That is no figure.");
      assert.equal(run.view.trouble, undefined);
      assert.equal(run.view.status.text, "");
      assert.equal(run.isOnPage, false);
    });

    it("waits no longer for the host once the last good drawing is back", () => {
      run.shows(1).figure(2).opens().refuses().refuses().figure(3).opens().refuses();
      run.follow({ type: "loading", message: "Reading…" });
      assert.equal(run.view.panel?.kind, "loading");
      run.draws();
      assert.deepEqual([run.view.panel, run.view.progress], [undefined, false]);
    });

    it("ends where the same version can be drawn after all", () => {
      run.figure(1).refuses().shows(1);
      assert.equal(run.view.trouble, undefined);
      assert.equal(run.view.isDrawable, true);
    });

    it("is passed over where a newer version waits", () => {
      run.shows(1).figure(2).opens().figure(3).refuses();
      assert.equal(run.task("read").job.message.version, 3);
      run.opens().draws();
      assert.equal(run.view.trouble, undefined);
      assert.equal(run.state.good?.version, 3);
    });

    it("lets a new version interrupt nothing but itself", () => {
      run.shows(1).figure(2).opens().refuses().figure(3);
      assert.equal(run.isWanted, true, "the last good drawing is drawn to its end");
      run.draws();
      assert.equal(run.task("read").job.message.version, 3);
    });
  });

  describe("where the host has nothing", () => {
    it("is what the host says, with what can be done", () => {
      run.shows(1, { notice: "Old." }, { notes: ["One."] }).failed();
      const { view } = run;
      assert.deepEqual(view.panel, {
        kind: "failed",
        message: "The server does not answer.",
        detail: undefined,
        offers: [{ label: "Try Again", choice: { type: "action", id: "retry" } }],
      });
      assert.deepEqual([view.notice, view.notes, view.status.text, view.defaults], [undefined, [], "", undefined]);
      assert.equal(view.isDrawable, false);
      assert.equal(view.progress, false);
      assert.equal(run.isOnPage, false);
    });

    it("takes back what was said of the text", () => {
      run.broken(1).failed();
      assert.equal(run.view.panel?.message, "The server does not answer.");
    });

    it("leaves no last good drawing", () => {
      run.shows(1).failed().figure(2).refuses();
      assert.equal(run.view.panel?.message, "This figure cannot be drawn.");
      assert.deepEqual(run.types, ["post", "clear"]);
    });

    it("lets no drawing that comes late take its place", () => {
      run.figure(1).opens().failed();
      assert.equal(run.isWanted, false);
      assert.equal(run.view.progress, true);
      run.draws();
      assert.equal(run.view.panel?.message, "The server does not answer.");
      assert.equal(run.isOnPage, false);
      assert.equal(run.view.progress, false);
      assert.deepEqual(run.posted, []);
    });

    it("lets no failure or dropping that comes late take its place", () => {
      for (const outcome of ["refuses", "drops"] as const) {
        const other = new PageRun().figure(1).opens().failed()[outcome]();
        assert.equal(other.view.panel?.message, "The server does not answer.");
        assert.deepEqual(other.posted, []);
      }
      const reading = new PageRun().figure(1);
      const ticket = reading.ticket;
      reading.failed().follow({ type: "undrawable", ticket, reason: "No." });
      assert.equal(reading.view.panel?.message, "The server does not answer.");
    });

    it("forgets the version that waited", () => {
      run.figure(1).opens().figure(2).failed().draws();
      assert.equal(run.state.work, undefined);
      assert.equal(run.state.next, undefined);
    });

    it("gives way to the next version, after the drawing that comes late", () => {
      run.figure(1).opens().failed().figure(2);
      assert.deepEqual(run.types, []);
      run.draws();
      assert.deepEqual(run.types, ["clear", "read"]);
      run.opens().draws();
      assert.equal(run.state.good?.version, 2);
      assert.equal(run.view.panel, undefined);
    });

    it("gives way to the sentence of what the host does next", () => {
      run.failed().follow({ type: "loading", message: "Reading…" });
      assert.deepEqual(run.view.panel, { kind: "loading", message: "Reading…" });
      assert.equal(run.view.progress, true);
      run.failed();
      assert.equal(run.view.progress, false);
    });

    it("does not wait for the host for ever while a drawing comes late", () => {
      run.figure(1).opens().failed().follow({ type: "loading", message: "Reading…" }).broken(2);
      assert.equal(run.view.panel?.message, "Version 2 is broken.");
      run.draws();
      assert.equal(run.view.panel?.message, "Version 2 is broken.");
      assert.equal(run.view.progress, false);
    });
  });

  describe("of a figure in which there is nothing", () => {
    it("is an example", () => {
      run
        .shows(1)
        .figure(2)
        .opens({ isBlank: true, notes: ["One."] });
      const { view } = run;
      assert.equal(view.panel?.kind, "empty");
      assert.match(view.panel.example ?? "", /"bar"/);
      assert.deepEqual([view.notes, view.status.text, view.progress, view.isDrawable], [["One."], "", false, true]);
      assert.equal(run.isOnPage, false);
      assert.deepEqual(run.lastPosted, {
        type: "drawn",
        version: 2,
        milliseconds: 3,
        traces: 0,
        engine: "",
        notes: ["One."],
      });
    });

    it("is no last good drawing", () => {
      run.shows(1).figure(2).opens({ isBlank: true }).figure(3).refuses();
      assert.equal(run.view.panel?.message, "This figure cannot be drawn.");
    });

    it("stays while the host reads the next version", () => {
      run.figure(1).opens({ isBlank: true }).follow({ type: "loading", message: "Reading…" });
      assert.equal(run.view.panel?.kind, "empty");
      assert.equal(run.view.progress, false);
    });
  });

  describe("of a very large figure", () => {
    const held = () => new PageRun().figure(1).opens({ tooLarge: large });

    it("is a question first", () => {
      const { view, lastPosted, types } = held();
      assert.equal(view.panel?.kind, "held");
      assert.equal(view.panel.message, large);
      assert.deepEqual(view.panel.offers, [{ label: "Draw Anyway", choice: { type: "drawAnyway" } }]);
      assert.deepEqual(lastPosted, { type: "held", version: 1, message: large });
      assert.deepEqual([view.progress, view.isDrawable], [false, true]);
      assert.deepEqual(types, ["clear", "post"]);
    });

    it("is drawn anyway, once the page has said so", () => {
      run = held().follow({ type: "drawAnyway" });
      assert.deepEqual(run.view.panel, { kind: "loading", message: "Drawing…" });
      assert.equal(run.view.progress, true);
      assert.deepEqual(run.task("keep").change, { anyway: true });
      assert.equal(run.task("rest").milliseconds, 50);
      run.follow({ type: "rested" });
      assert.equal(run.task("read").job.message.version, 1);
      run.opens({ tooLarge: large }).draws();
      assert.equal(run.view.panel, undefined);
      assert.equal(run.view.progress, false);
      assert.equal(run.state.good?.version, 1);
    });

    it("is drawn at once where the person has said so before, on this page or the one before it", () => {
      run = held().follow({ type: "drawAnyway" }).follow({ type: "rested" }).opens({ tooLarge: large }).draws();
      run.figure(2).opens({ tooLarge: large });
      assert.equal(run.types[0], "draw");
      assert.equal(new PageRun("authored", true).figure(1).opens({ tooLarge: large }).types[0], "draw");
    });

    it("gives way to a newer version that comes before the page has rested", () => {
      run = held().follow({ type: "drawAnyway" }).figure(2);
      assert.equal(run.task("read").job.message.version, 2);
      run.opens().follow({ type: "rested" });
      assert.deepEqual(run.types, []);
      run.draws();
      assert.equal(run.state.good?.version, 2);
      assert.equal(run.state.next, undefined);
    });

    it("is not drawn after a newer one that is being drawn already", () => {
      run = held().figure(2).opens().follow({ type: "drawAnyway" }).follow({ type: "rested" }).draws();
      assert.equal(run.state.good?.version, 2);
      assert.deepEqual([run.state.work, run.state.next, run.view.progress], [undefined, undefined, false]);
    });

    it("is no longer asked about once the host has failed", () => {
      run = held().follow({ type: "drawAnyway" }).failed().follow({ type: "rested" });
      assert.equal(run.state.work, undefined);
      assert.equal(run.view.panel?.kind, "failed");
      const before = run.state;
      assert.equal(run.follow({ type: "drawAnyway" }).state, before);
    });

    it("is drawn from before where the next version fails", () => {
      run.shows(1).figure(2).opens({ tooLarge: large }).figure(3).refuses().draws();
      assert.equal(run.state.shown.kind, "drawing");
      assert.equal(run.state.good?.version, 1);
      assert.ok(run.view.trouble);
    });
  });

  describe("in other colours", () => {
    const settings = (theme: "authored" | "editor") => ({ type: "settings", theme }) as const;

    it("is drawn again when the person chooses them", () => {
      run.shows(1).follow(settings("editor"));
      assert.equal(run.task("draw").theme, "editor");
      assert.equal(run.view.progress, true);
      assert.equal(run.view.panel, undefined);
      run.draws();
      assert.equal(run.view.progress, false);
      assert.equal(run.posted.length, 1, "the host hears of versions alone");
      run.follow(settings("authored"));
      assert.equal(run.task("draw").theme, "authored");
    });

    it("is kept for the page that follows", () => {
      run.follow(settings("editor"));
      assert.deepEqual(run.types, ["keep"]);
      assert.deepEqual(run.task("keep").change, { theme: "editor" });
    });

    it("is drawn again when the editor's change, unless the author's are shown", () => {
      run.shows(1).follow({ type: "themeChanged" });
      assert.deepEqual(run.types, []);
      run = new PageRun("editor").shows(1).follow({ type: "themeChanged" });
      assert.deepEqual(run.types, ["draw"]);
    });

    it("is drawn again after the drawing that is under way, and not where a version follows", () => {
      run = new PageRun("editor").shows(1).figure(2).opens().follow({ type: "themeChanged" });
      assert.deepEqual(run.types, []);
      run.draws();
      assert.equal(run.task("draw").job, undefined);
      run.draws().figure(3).opens().follow({ type: "themeChanged" }).figure(4).draws().opens().draws();
      assert.equal(run.state.work, undefined);
    });

    it("is chosen while the first drawing is under way", () => {
      run.figure(1).opens().follow(settings("editor")).draws();
      assert.equal(run.task("draw").theme, "editor");
    });

    it("is the reason where that fails", () => {
      run.shows(1).follow(settings("editor")).refuses();
      assert.equal(run.view.panel?.message, "The figure could not be drawn again.");
      assert.equal(run.view.panel.detail, "That is no figure.");
      assert.equal(run.view.progress, false);
    });

    it("draws nothing that is not shown", () => {
      run = new PageRun("editor").shows(1).figure(2).opens().follow({ type: "themeChanged" });
      run.failed().draws();
      assert.deepEqual(run.types, ["clear"]);
      run = new PageRun("editor").shows(1).follow({ type: "themeChanged" }).figure(2).draws().opens({ isBlank: true });
      run.follow({ type: "themeChanged" });
      assert.deepEqual(run.types, []);
      run = new PageRun("editor").shows(1).figure(2).opens().refuses().follow({ type: "themeChanged" }).refuses();
      assert.deepEqual(run.types, ["clear"]);
    });
  });

  describe("of more points than a screen shows", () => {
    const none = { all: 0, drawn: 0 };
    const reduced = { type: "reduced", reduced: { points: { all: 10_000_000, drawn: 4000 }, cells: none } } as const;

    it("says how many are drawn, and draws all where the person wants it", () => {
      run.shows(1).follow(reduced);
      assert.deepEqual(run.view.reduced, {
        message: "10,000,000 points, 4,000 drawn",
        offer: { label: "Draw All", choice: { type: "drawAll", all: true } },
      });
      run.follow({ type: "drawAll", all: true });
      assert.deepEqual(run.types, ["keep", "draw"]);
      assert.equal(run.task("draw").all, true);
      run.draws().follow({ type: "reduced", reduced: { points: { all: 10_000_000, drawn: 10_000_000 }, cells: none } });
      assert.deepEqual(run.view.reduced, {
        message: "10,000,000 points, all drawn",
        offer: { label: "Draw Fewer", choice: { type: "drawAll", all: false } },
      });
      run.figure(2).opens();
      assert.equal(run.task("draw").all, true);
    });

    it("counts the cells of heat maps as well", () => {
      const cells = { all: 16_000_000, drawn: 312_000 };
      run.shows(1).follow({ type: "reduced", reduced: { points: none, cells } });
      assert.equal(run.view.reduced?.message, "16,000,000 cells, 312,000 drawn");
      run.follow({ type: "reduced", reduced: { ...reduced.reduced, cells } });
      assert.equal(run.view.reduced?.message, "10,000,000 points, 4,000 drawn; 16,000,000 cells, 312,000 drawn");
    });

    it("says nothing where all are drawn, or where something else is shown", () => {
      run.shows(1).follow({ type: "reduced", reduced: undefined });
      assert.equal(run.view.reduced, undefined);
      run.follow(reduced).failed();
      assert.equal(run.view.reduced, undefined);
    });

    it("draws all after the drawing that is under way", () => {
      run.shows(1).follow({ type: "themeChanged" }).figure(2).opens().follow({ type: "drawAll", all: true });
      assert.deepEqual(run.types, ["keep"]);
      run.draws();
      assert.equal(run.task("draw").all, true);
    });

    it("goes back to few where all cannot be had, and says why", () => {
      run.shows(1).follow({ type: "drawAll", all: true }).draws().follow({ type: "incomplete", reason: "Too many." });
      assert.equal(run.task("draw").all, false);
      run.draws();
      assert.equal(run.view.notice?.message, "Some of the points are drawn, not all. Too many.");
      run.figure(2).opens().draws();
      assert.equal(run.view.notice, undefined);
    });

    it("says why some are drawn of a line that needs all, until these have come", () => {
      run.shows(1).follow({ type: "incomplete", reason: "Too many." });
      assert.deepEqual(run.types, []);
      assert.match(run.view.notice?.message ?? "", /Too many/);
      run.follow({ type: "completed" }).draws();
      assert.equal(run.view.notice, undefined);
    });

    it("changes nothing where that is so already", () => {
      run.shows(1);
      const before = run.state;
      assert.equal(run.follow({ type: "drawAll", all: false }).state, before);
    });
  });

  describe("when the graphics card takes the drawing back", () => {
    it("is a sentence, and the drawing again when the person wants it", () => {
      run.shows(1).follow({ type: "contextLost" });
      assert.equal(run.view.panel?.message, "The graphics card has taken this drawing back.");
      assert.deepEqual(run.view.panel.offers, [{ label: "Draw Again", choice: { type: "drawAgain" } }]);
      assert.equal(run.lastPosted?.type, "log");
      run.follow({ type: "drawAgain" });
      assert.deepEqual(run.types, ["clear", "draw"]);
      assert.equal(run.view.panel, undefined);
      assert.equal(run.view.progress, true);
      run.draws();
      assert.equal(run.view.panel, undefined);
      assert.equal(run.view.progress, false);
    });

    it("is drawn again by the next version", () => {
      run.shows(1).follow({ type: "contextLost" }).shows(2);
      assert.equal(run.view.panel, undefined);
    });

    it("stays a sentence where only the colours change", () => {
      run = new PageRun("editor").shows(1).follow({ type: "contextLost" }).follow({ type: "themeChanged" }).draws();
      assert.equal(run.view.panel?.message, "The graphics card has taken this drawing back.");
    });

    it("changes nothing where nothing is drawn", () => {
      run.broken(1).follow({ type: "contextLost" });
      assert.equal(run.view.panel?.message, "Version 1 is broken.");
      const before = run.state;
      assert.equal(run.follow({ type: "drawAgain" }).state, before);
    });
  });

  describe("as a small picture", () => {
    const idle = (version: number) => ({ type: "idle", version }) as const;

    it("is made once the page has nothing to do, once a version", () => {
      run.shows(1, { thumbnail: true });
      assert.equal(run.task("whenIdle").version, 1);
      run.follow(idle(1));
      assert.equal(run.task("thumbnail").version, 1);
      run.follow(idle(1));
      assert.deepEqual(run.types, []);
      run.shows(1, { thumbnail: true });
      assert.deepEqual(run.types, ["keep", "post"]);
    });

    it("is not made where nobody asks, or where drawing took long", () => {
      run.shows(1);
      assert.deepEqual(run.types, ["keep", "post"]);
      run.figure(2, { thumbnail: true }).opens().draws({ milliseconds: 5000 });
      assert.deepEqual(run.types, ["keep", "post"]);
    });

    it("is left to a newer version, and not made of what is gone", () => {
      run.shows(1, { thumbnail: true }).figure(2).opens().follow(idle(1));
      assert.deepEqual(run.types, []);
      run.draws().follow(idle(1));
      assert.deepEqual(run.types, []);
      run.failed().follow(idle(2));
      assert.deepEqual(run.types, []);
    });
  });

  describe("as a picture", () => {
    const asked = { type: "export", id: 3, format: "png", scale: 2, to: "file" } as const;

    it("is made of the drawing", () => {
      run.shows(1).follow(asked);
      assert.equal(run.task("export").asked, asked);
    });

    it("is refused where nothing is drawn", () => {
      run.broken(1).follow(asked);
      assert.deepEqual(run.lastPosted, {
        type: "exported",
        id: 3,
        error: "There is no drawing to make a picture of.",
      });
    });
  });
});
