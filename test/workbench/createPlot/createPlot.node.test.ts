import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, DiagnosticSeverity, TabInputCustom, Uri, window, workspace } from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { until } from "../support/events.ts";
import { deleteFigures, openFigure, problems, workspaceFile, writeFigure } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { useServer } from "../support/settings.ts";
import { answering } from "../support/steps.ts";
import { closeTabs } from "../support/tabs.ts";

describe("Create Plot, from the extension inside", () => {
  afterEach(async () => {
    restore();
    await useServer(undefined);
    await closeTabs();
    await deleteFigures();
  });

  const create = (uri: Uri) => commands.executeCommand("plots.createPlot", uri);
  const text = `{"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}], "layout": {}}`;

  /** The document of a plot of this name, once it is drawn. */
  async function openedPlot(name: string): Promise<Uri> {
    const find = () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .map(({ input }) => input)
        .find(
          (input) =>
            input instanceof TabInputCustom &&
            input.viewType === viewTypes.figureText &&
            input.uri.path.endsWith(`/${name}.plotly.json`),
        );
    await until(() => find() !== undefined, window.tabGroups.onDidChangeTabs);
    return (find() as TabInputCustom).uri;
  }
  const figureOf = async (uri: Uri) =>
    JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri))) as { data: Record<string, unknown>[] };
  const shown = (uri: Uri) => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor.document.getText(editor.selection) : undefined;
  };
  const untilShown = (uri: Uri, selected: string) =>
    until(() => shown(uri) === selected, window.onDidChangeActiveTextEditor, window.onDidChangeTextEditorSelection);

  it("moves the arrays to a grid after a look at what is sent, opens the plot and leaves the file as it is", async () => {
    const document = await openFigure(text);
    const asked = answering("From arrays", "Everybody", "Create");
    await create(document.uri);
    const plot = await openedPlot("From arrays");
    match(plot.toString(), /^plots:\/\/embedded\/me\/\d+\/From%20arrays\.plotly\.json$/);
    const [trace] = (await figureOf(plot)).data;
    match(String(trace?.["xsrc"]), /^me:\d+:\w+$/);
    equal(trace?.["x"], undefined);

    const [name, readers, look] = asked;
    equal(name?.question, "Name of the plot on this computer");
    match(name?.value ?? "", /^test-\d+$/);
    match(readers?.question ?? "", /Who can see/);
    ok(look?.labels.some((label) => label === "grid “From arrays_grid”, 2 columns"));
    ok(look?.labels.some((label) => label.endsWith("data.0.y")));

    equal(document.getText(), text);
    equal(document.isDirty, false);
  });

  it("creates nothing when the person gives up at any step", async () => {
    const document = await openFigure(text);
    let opened = false;
    const listening = window.tabGroups.onDidChangeTabs(() => {
      opened = true;
    });
    for (const answers of [["(give up)"], ["Nothing", "(give up)"], ["Nothing", "Only me", "(give up)"]]) {
      answering(...answers);
      await create(document.uri);
      restore();
    }
    listening.dispose();
    equal(opened, false);
    equal(document.getText(), text);
    // The names of a plot and its grid are free: with one taken, the person would be asked for another.
    answering("Nothing", "Only me", "Create");
    await create(document.uri);
    await openedPlot("Nothing");
  });

  it("shows the arrays in the text instead, as errors from then on", async () => {
    const document = await openFigure(text);
    answering("(as proposed)", "Everybody", "Show the arrays in the text");
    await create(document.uri);
    await untilShown(document.uri, '"x": [');
    const found = await problems(document.uri, ([first]) => first?.severity === DiagnosticSeverity.Error);
    deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['"x": [', '"y": ['],
    );
  });

  it("asks for another name where one is taken, and keeps the grid", async () => {
    const bare = await openFigure(`{"data": []}`);
    answering("Taken", "Everybody", "Create");
    await create(bare.uri);
    await openedPlot("Taken");
    restore();

    const document = await openFigure(text);
    const asked = answering("Taken", "Everybody", "Create", "Not taken", "Everybody", "Create");
    await create(document.uri);
    const plot = await openedPlot("Not taken");
    equal(asked[3]?.value, "Taken");
    equal(asked[3].objection, "“Taken” already exists. Choose another name.");
    const [trace] = (await figureOf(plot)).data;
    const grid = /^(me):(\d+):/.exec(String(trace?.["ysrc"]));
    // Made before the plot that was refused, and not once more.
    equal(Number(/\/me\/(\d+)\//.exec(plot.path)?.[1]), Number(grid?.[2]) + 1);
  });

  it("tells of the grid that was made where the person gives up then", async () => {
    const bare = await openFigure(`{"data": []}`);
    answering("Also taken", "Everybody", "Create");
    await create(bare.uri);
    await openedPlot("Also taken");
    restore();

    const document = await openFigure(text);
    const said: string[] = [];
    replace(window, "showInformationMessage", (message: string) => Promise.resolve(void said.push(message)));
    answering("Also taken", "Everybody", "Create", "(give up)");
    await create(document.uri);
    match(said.join(), /^No plot was created\. Its grid me:\d+ was created and stays\.$/);
  });

  it("refuses a text that is no figure, and shows where", async () => {
    const document = await openFigure(`{"data": [{"y": [1 2]}]}`);
    const asked = answering();
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string, ...actions: string[]) => {
      said.push(message);
      return Promise.resolve(actions.find((action) => action === "Show in Text"));
    });
    await create(document.uri);
    deepEqual(asked, []);
    match(said[0] ?? "", /^No plot can be created from this file\. .+\.$/);
    await until(() => shown(document.uri) !== undefined, window.onDidChangeActiveTextEditor);
  });

  it("shows the place that a server refuses", async () => {
    const seed = await Seed.fresh();
    await useServer(seed.root);
    await seed.fail("/grids", 400);
    const document = await openFigure(text);
    answering("Refused", "Everybody", "Create");
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string, ...actions: string[]) => {
      said.push(message);
      return Promise.resolve(actions.find((action) => action === "Show in Text"));
    });
    await create(document.uri);
    match(said[0] ?? "", /^The plot was not created\. .+raw data in data\[0\]\.y/);
    await untilShown(document.uri, "[1, 2]");
    equal(document.getText(), text);
  });

  const asPlot = ["A plot on a server", "Harbour", "Everybody", "Create"] as const;

  it("makes a chart of a CSV file's columns", async () => {
    const asked = answering("Use This Table", "Line", "month", ["passengers", "water_c"], ...asPlot);
    await create(workspaceFile("harbour-2024.csv"));
    const { data } = await figureOf(await openedPlot("Harbour"));
    deepEqual(
      data.map(({ type, mode }) => ({ type, mode })),
      [
        { type: "scatter", mode: "lines" },
        { type: "scatter", mode: "lines" },
      ],
    );
    ok(data.every(({ xsrc, ysrc }) => /^me:\d+:/.test(String(xsrc)) && /^me:\d+:/.test(String(ysrc))));
    equal(asked[5]?.value, "harbour-2024");
    ok(asked[0]?.labels.some((label) => label.endsWith("passengers")));
  });

  it("makes a figure file of a CSV file's columns, read as the person says, and asks what fits two ways", async () => {
    const csv = await writeFigure("day;share,m\n01/02/2024;1,5\n03/02/2024;2,5\n", ".csv");
    const questions = answering(
      "1 February 2024",
      "First line",
      "First line",
      "Use This Table",
      "Bar",
      "day",
      ["share,m"],
      "A figure file",
    );
    await create(csv);
    const file = csv.with({ path: csv.path.replace(/csv$/, "plotly.json") });
    try {
      const figure = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as unknown;
      deepEqual(figure, {
        data: [{ type: "bar", name: "share,m", x: ["2024-02-01", "2024-02-03"], y: [1.5, 2.5] }],
        layout: {
          title: { text: csv.path.slice(csv.path.lastIndexOf("/") + 1, -4) },
          xaxis: { title: { text: "day" } },
          yaxis: { title: { text: "share,m" } },
        },
      });
      equal(questions[0]?.question, "Which day is 01/02/2024 in “day”?");
      ok(questions[2]?.labels.some((label) => label.endsWith("column 1")));
    } finally {
      await closeTabs();
      await workspace.fs.delete(file);
    }
  });

  it("refuses what is no table before it asks anything", async () => {
    const csv = await writeFigure("a,b\n", ".csv");
    const asked = answering();
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string) => Promise.resolve(void said.push(message)));
    await create(csv);
    deepEqual(asked, []);
    match(said.join(), /\.csv: The file has column names but no rows\.$/);
  });
});
