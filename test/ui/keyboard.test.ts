import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { until } from "./until.ts";
import { themes } from "./themes.ts";
import { views } from "../pages/plotsBar.ts";
import { useWindow } from "./useWindow.ts";

declare function getComputedStyle(element: unknown): { readonly color: string; readonly backgroundColor: string };

const file = "ferries.plotly.json";
const text = `{
  "data": [
    {
      "type": "bar",
      "name": "2023",
      "mode": "lines",
      "fill": "tozeroy",
      "x": ["North", "East", "South"],
      "y": [31, 42, 17]
    }
  ],
  "layout": { "title": { "text": "Ferries a day" } }
}
`;

const { publicPlots } = views;

describe("Without a mouse", () => {
  const bench = useWindow({ prepare: (folder) => writeFileSync(join(folder, file), text) });

  before(async () => {
    const { page } = bench.window;
    page.setDefaultTimeout(75_000);
    // Until the extension is known, the palette has none of its commands.
    await bench.window.sideBar.icon("Plots").waitFor();
  });

  const press = async (key: string) => await bench.window.page.keyboard.press(key);

  async function command(title: string): Promise<void> {
    const { page, quickInput } = bench.window;
    await press("F1");
    await quickInput.focused();
    await page.keyboard.type(title);
    await quickInput.chosen(title).waitFor();
    await press("Enter");
    await quickInput.box.waitFor({ state: "hidden" });
  }

  it("a plot is found in the list and opened", async () => {
    const { window } = bench;
    await command("Focus on Public Plots View");
    await window.sideBar.row(publicPlots, "Load more").waitFor();
    const focused = window.sideBar.focused(publicPlots);
    const labels: string[] = [];
    await until(
      async () => {
        await press("ArrowDown");
        if ((await focused.count()) === 0) {
          // VS Code gives a tree the focus only once it has rows, and the palette may take it back as it closes.
          await command("Focus on Public Plots View");
          return "";
        }
        const label = await window.sideBar.spoken(focused);
        labels.push(label);
        return label;
      },
      (label) => label.startsWith("green-coffee-price"),
    );
    // What a screen reader says.
    assert.match(labels.at(-1) ?? "", /^green-coffee-price, a sample, [\d\u202f]+ views/);
    assert.ok(labels.length <= 3, labels.join("; "));
    await window.screenshot("keyboard-list");
    await press("Enter");
    await window.tab("green-coffee-price.plotly.json").waitFor();
    await window.preview().drawn();
    const described = window.preview().described(/candlestick|ohlc/i);
    await described.waitFor({ state: "attached" });
  });

  it("the next page is read from the list's last row", async () => {
    const { window } = bench;
    await command("Focus on Public Plots View");
    await press("End");
    await window.sideBar.focused(publicPlots).filter({ hasText: "Load more" }).waitFor();
    await press("Enter");
    await window.sideBar.row(publicPlots, "ferry-crossings").waitFor();
  });

  it("the problems under a drawing are read, and lead to their places in the text", async () => {
    const { window } = bench;
    await command("View: Close All Editors");
    await press("Control+p");
    await window.quickInput.focused();
    await window.page.keyboard.type(file);
    await window.quickInput.chosen(file).waitFor();
    await press("Enter");
    const preview = window.preview();
    await preview.drawn();
    await preview.title("Ferries a day").waitFor();
    await preview.strip.filter({ hasText: "2 hints" }).waitFor();

    await command("View: Focus Active Editor Group");
    await pressUntilFocused("Tab", preview.strip);
    assert.equal(await preview.isStripUnfolded(), false);
    await press("Enter");
    await preview.problem("unknown-attribute").waitFor();
    assert.equal(await preview.isStripUnfolded(), true);
    // One row for both, which unfolds.
    await pressUntilFocused("Tab", preview.problem("unknown-attribute"));
    await press("ArrowRight");
    await press("ArrowDown");
    await focused(preview.problem("line 6"));
    await press("ArrowLeft");
    await focused(preview.problem("unknown-attribute"));
    await press("ArrowDown");
    await press("ArrowDown");
    await focused(preview.problem("line 7"));
    await window.screenshot("keyboard-problems");
    await press("Escape");
    await focused(preview.strip);
    // Back on the row that was left.
    await pressUntilFocused("Tab", preview.problem("line 7"));
    await press("Enter");
    await window.textEditor(file).part.waitFor();
    await window.statusBar.cursorIn(7, { selected: true });
    await window.screenshot("keyboard-problem-place");
  });

  async function pressUntilFocused(key: string, target: Locator): Promise<void> {
    do await press(key);
    while ((await bench.window.preview().focused(target).count()) === 0);
  }

  const focused = (target: Locator) => bench.window.preview().focused(target).waitFor();
});

describe("In every theme", () => {
  const bench = useWindow({
    settings: { "workbench.colorTheme": "Default Dark Modern", "plots.preview.theme": "editor" },
    // With a warning, so that the problems show by themselves.
    prepare: (folder) => writeFileSync(join(folder, file), text.replace('"bar"', '"bars"')),
  });

  before(async () => {
    const { window } = bench;
    window.page.setDefaultTimeout(75_000);
    await window.sideBar.open("Plots");
    await window.sideBar.row(publicPlots, "Load more").waitFor();
    await window.openFile(file);
    await window.preview().drawn();
    await window.preview().problem("line 4").waitFor();
  });

  for (const [theme, bodyClass] of themes) {
    it(`the drawing and its problems are well read in ${theme}`, async () => {
      const { window } = bench;
      const preview = window.preview();
      await window.chooseTheme(theme);
      await preview.inTheme(bodyClass);
      await until(
        () => preview.drawing.paper.evaluate(colors),
        ({ ground }) => ground !== "" && /light/i.test(theme) === luminance(ground) > 0.5,
      );
      const parts = {
        "the strip": preview.strip,
        "a problem": preview.problemPart(preview.problem("line 4"), "message"),
        "its code": preview.problemPart(preview.problem("line 4"), "code"),
        "its place": preview.problemPart(preview.problem("line 4"), "place"),
        "the status": preview.status,
      };
      await window.screenshot(`theme-${theme.toLowerCase().replaceAll(" ", "-")}`);
      for (const [name, part] of Object.entries(parts)) {
        const { ink, ground } = await part.evaluate(colors);
        const ratio = contrast(ink, ground);
        // WCAG 2.2, 1.4.3 and 1.4.6.
        const least = theme.includes("High Contrast") ? 7 : 4.5;
        assert.ok(ratio >= least, `${name}: ${ink} on ${ground} is ${ratio.toFixed(1)}`);
      }
    });
  }
});

interface Part {
  readonly parentElement: Part | null;
}

/** The colour of an element's text, and of what lies behind it. */
function colors(element: unknown): { readonly ink: string; readonly ground: string } {
  let ground = "";
  for (let part = element as Part | null; part !== null; part = part.parentElement) {
    const { backgroundColor } = getComputedStyle(part);
    if (backgroundColor === "transparent" || backgroundColor.startsWith("rgba(0, 0, 0, 0")) continue;
    ground = backgroundColor;
    break;
  }
  return { ink: getComputedStyle(element).color, ground };
}

/** Relative luminance of an opaque colour, from 0 to 1, as WCAG reckons it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}
