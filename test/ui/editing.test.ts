import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { EditedDrawing, type PartName } from "../pages/editedDrawing.ts";
import { themes } from "./themes.ts";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "greens.plotly.json";

const circle =
  "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMCIgaGVpZ2h0PSIxMCI+PGNpcmNsZSBjeD0iNSIgY3k9IjUiIHI9IjUiLz48L3N2Zz4=";

/** Ranges are given, so that no act changes another thing's place. */
const figure = {
  data: [
    { type: "scatter", mode: "lines+markers", name: "beans", x: [1, 2, 3, 4], y: [2, 5, 3, 4] },
    {
      type: "scatter",
      mode: "markers",
      name: "peas",
      x: [1, 2, 3, 4],
      y: [1, 1, 2, 1],
      marker: { color: [1, 2, 3, 4], showscale: true, colorbar: { title: { text: "Heat" }, x: 1.2 } },
    },
  ],
  layout: {
    title: { text: "Greens a day", subtitle: { text: "by kind" } },
    width: 680,
    height: 540,
    xaxis: { title: { text: "Day" }, range: [0, 6] },
    yaxis: { range: [0, 6] },
    legend: { title: { text: "Kind" } },
    annotations: [
      { text: "Peak", x: 2, y: 5, ax: 60, ay: -20 },
      { text: "A note", x: 0.2, y: 0.9, xref: "paper", yref: "paper", showarrow: false },
    ],
    shapes: [{ type: "rect", x0: 3, x1: 5, y0: 4.4, y1: 5.4, fillcolor: "rgba(255, 0, 0, 0.2)" }],
    images: [{ source: circle, x: 0.8, y: 0.5, sizex: 0.1, sizey: 0.1, xref: "paper", yref: "paper" }],
  },
};

type Written = typeof figure & {
  readonly layout: { readonly legend: { readonly x?: number }; readonly title: { text?: string } };
};

/** What the tests change of a figure. */
function facts(data: readonly object[], layout: object): string {
  const { title, legend, annotations, shapes, images, xaxis } = layout as typeof figure.layout;
  const [beans, peas] = data as typeof figure.data;
  const { x, y } = (peas?.marker?.colorbar ?? {}) as { x?: number; y?: number };
  return JSON.stringify([title, legend, annotations, shapes, images, xaxis.range, beans?.name, x, y ?? 0.5]);
}

/** What axe-core adds to the page. */
declare const window: { readonly axe: typeof axe };

describe("A figure that is edited with the hand", () => {
  const bench = useWindow({
    prepare: (folder) => writeFileSync(join(folder, file), JSON.stringify(figure, undefined, 2)),
  });
  const drawing = () => new EditedDrawing(bench.window.preview());
  const press = async (key: string) => await bench.window.page.keyboard.press(key);
  const label = async (text: string | RegExp) => await drawing().chosen.filter({ hasText: text }).waitFor();

  /** Saves, and reads what is written then. */
  async function saved(): Promise<Written> {
    await bench.window.save(file);
    return JSON.parse(readFileSync(join(bench.folder, file), "utf8")) as Written;
  }

  /** Takes all back, so that the next test finds the figure as it was. */
  async function undone(): Promise<void> {
    do await press("Control+z");
    while ((await saved().then((now) => JSON.stringify(now))) !== JSON.stringify(figure));
    // What is drawn is what the next test takes hold of.
    await until(
      () => drawing().given(),
      ({ data, layout }) => facts(data, layout) === facts(figure.data, figure.layout),
    );
  }

  before(async () => {
    const { window: host } = bench;
    host.page.setDefaultTimeout(75_000);
    await host.openFile(file);
    await host.preview().drawn();
    await drawing().pencil();
    await drawing().ready();
  });

  it("chooses what is clicked, and lets go of it by Escape", async () => {
    const named: readonly (readonly [PartName, string])[] = [
      ["title", "Title “Greens a day”"],
      ["subtitle", "Subtitle “by kind”"],
      ["x title", "X axis title “Day”"],
      ["x ticks", "X axis “Day”"],
      ["legend title", "Legend title “Kind”"],
      ["legend entry", "Legend entry “beans”"],
      ["colour bar", "Colour bar “Heat”"],
      ["colour bar title", "Colour bar title “Heat”"],
      ["note", "Annotation 1 “A note”"],
      ["rectangle", "Rectangle 0"],
      ["image", "Image 0"],
      ["point", "Trace 0 “beans”"],
    ];
    for (const [part, name] of named) {
      await drawing().click(part);
      await label(name);
    }
    await bench.window.screenshot("editing-trace");
    await press("Escape");
    await label("Click a part");
    // A click on the legend hides no trace.
    assert.equal(await bench.window.preview().drawing.scatterTraces.count(), 2);
  });

  it("writes a text in its place, with lines and marks", async () => {
    await drawing().doubleClick("title");
    await drawing().text.waitFor();
    await bench.window.page.keyboard.type("Peas");
    await press("Shift+Enter");
    await bench.window.page.keyboard.type("m");
    await press("Shift+ArrowLeft");
    await press("Control+b");
    await bench.window.screenshot("editing-text");
    await press("Enter");
    await bench.window.preview().title("Peas").waitFor();
    assert.equal((await saved()).layout.title.text, "Peas<br><b>m</b>");
    await drawing().doubleClick("legend entry");
    await drawing().text.waitFor();
    await bench.window.page.keyboard.type("given up");
    await press("Escape");
    await drawing().text.waitFor({ state: "hidden" });
    await press("F2");
    await bench.window.page.keyboard.type("lentils");
    await press("Enter");
    await drawing().part("legend entry").filter({ hasText: "lentils" }).waitFor();
    assert.equal((await saved()).data[0]?.name, "lentils");
    await undone();
  });

  it("moves what is dragged, with numbers as short as a pixel tells", async () => {
    await drawing().drag("legend title", { x: -203, y: 150 });
    await until(saved, ({ layout }) => layout.legend.x !== undefined);
    await drawing().drag("note", { x: 60, y: 30 });
    await drawing().drag("arrow text", { x: 40, y: 30 });
    await drawing().drag("rectangle", { x: -50, y: 20 });
    await drawing().drag("image", { x: -60, y: -20 });
    await drawing().drag("colour bar", { x: 0, y: -12 });
    const now = await until(
      saved,
      ({ data }) => data[1]?.marker?.colorbar !== undefined && "y" in data[1].marker.colorbar,
    );
    const { legend, annotations, shapes, images } = now.layout;
    const [arrow, note] = annotations;
    assert.ok(arrow?.ax !== undefined && Math.abs(arrow.ax - 100) <= 5 && arrow.x === 2, JSON.stringify(arrow));
    assert.ok(note !== undefined && note.x > 0.25 && note.y < 0.85, JSON.stringify(note));
    assert.ok(shapes[0] !== undefined && shapes[0].x0 < 2.9 && shapes[0].y1 < 5.4, JSON.stringify(shapes));
    assert.ok(images[0] !== undefined && images[0].x < 0.75 && images[0].y > 0.5, JSON.stringify(images));
    for (const value of [legend.x, note?.x, shapes[0]?.x0, images[0]?.x])
      assert.ok(String(value).length <= 6, `${value} is longer than a pixel can tell`);
    await undone();
  });

  it("shows guides while somebody drags, and changes a shape by its corner and an arrow by its head", async () => {
    await drawing().click("rectangle");
    assert.equal(await drawing().handles.count(), 8);
    await drawing().takeHandle("corner 4", { x: 40, y: -20 });
    await bench.window.screenshot("editing-corner");
    await drawing().letGo();
    const { layout } = await saved();
    assert.ok((layout.shapes[0]?.x1 ?? 0) > 5.2 && layout.shapes[0]?.x0 === 3, JSON.stringify(layout.shapes));
    await drawing().click("arrow text");
    await drawing().takeHandle("arrow head", { x: 50, y: 40 });
    await drawing().letGo();
    const [arrow] = (await saved()).layout.annotations;
    assert.ok((arrow?.x ?? 0) > 2.2 && (arrow?.y ?? 9) < 4.9, JSON.stringify(arrow));
    const middle = await drawing().middle("note");
    const image = await drawing().middle("image");
    await drawing().take("note", { x: 0, y: image.y - middle.y + 2 });
    await drawing().guides.first().waitFor();
    await bench.window.screenshot("editing-guides");
    await drawing().letGo();
    await undone();
  });

  it("makes the range of an axis what its end is dragged to", async () => {
    await drawing().drag("right end of x", { x: -60, y: 0 });
    const { layout } = await until(saved, (now) => now.layout.xaxis.range[1] !== 6);
    assert.equal(layout.xaxis.range[0], 0);
    assert.ok(
      (layout.xaxis.range[1] ?? 0) > 6 && String(layout.xaxis.range[1]).length <= 6,
      `${layout.xaxis.range[1]}`,
    );
    assert.equal(await bench.window.preview().button("Keep This View").isVisible(), false);
    await undone();
  });

  it("moves what is chosen by arrow keys, a burst of them as one edit, and deletes it", async () => {
    // What is done next is done to what is drawn by then.
    const drawn = async (y: number | undefined) =>
      await until(
        () => drawing().given(),
        ({ layout }) => (layout as typeof figure.layout).annotations[1]?.y === y,
      );
    await drawing().click("note");
    for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"]) await press(key);
    const moved = await until(saved, ({ layout }) => layout.annotations[1]?.y !== 0.9);
    assert.notEqual(moved.layout.annotations[1]?.x, 0.2);
    await press("Control+z");
    const back = await until(saved, ({ layout }) => layout.annotations[1]?.y === 0.9);
    assert.equal(back.layout.annotations[1]?.x, 0.2);
    await drawn(0.9);
    await press("Control+y");
    await until(saved, ({ layout }) => layout.annotations[1]?.y === moved.layout.annotations[1]?.y);
    await drawn(moved.layout.annotations[1]?.y);
    await label("Annotation 1");
    await press("Delete");
    await until(saved, ({ layout }) => layout.annotations.length === 1);
    await undone();
  });

  it("is worked through by keyboard alone", async () => {
    await drawing().list.focus();
    await press("Home");
    await label("Figure");
    await press("Tab");
    await label("Title “Greens a day”");
    await press("Enter");
    await drawing().text.waitFor();
    await bench.window.page.keyboard.type("By keys");
    await press("Enter");
    await bench.window.preview().title("By keys").waitFor();
    await press("End");
    await label("Image 0");
    await press("Shift+Tab");
    await label("Rectangle 0");
    await press("Shift+ArrowLeft");
    await until(saved, ({ layout }) => (layout.shapes[0]?.x0 ?? 3) < 3);
    await undone();
  });

  it("keeps the view when it is told to", async () => {
    await press("Escape");
    await bench.window.preview().drag({ x: 0.05, y: 0.55 }, { x: 0.6, y: 0.95 });
    const keep = bench.window.preview().button("Keep This View");
    await keep.click();
    const { layout } = await until(saved, (now) => now.layout.xaxis.range[1] !== 6);
    assert.ok((layout.xaxis.range[1] ?? 6) < 4.5 && (layout.yaxis.range[1] ?? 6) < 3.5, JSON.stringify(layout.xaxis));
    await keep.waitFor({ state: "hidden" });
    await undone();
    // The view was the figure's, so that undo takes it back.
    await until(
      () => bench.window.preview().range("xaxis"),
      (range) => range?.[1] === 6,
    );
  });

  for (const [theme, bodyClass] of themes) {
    it(`has nothing that axe objects to in ${theme}`, async () => {
      const preview = bench.window.preview();
      await bench.window.chooseTheme(theme);
      await preview.inTheme(bodyClass);
      await drawing().ready();
      await drawing().click("rectangle");
      await label("Rectangle 0");
      await bench.window.screenshot(`editing-${theme.toLowerCase().replaceAll(" ", "-")}`);
      await drawing().doubleClick("title");
      await drawing().text.waitFor();
      await drawing().hint.waitFor({ state: "detached" });
      const page = await preview.page();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      await press("Escape");
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
    });
  }
});
