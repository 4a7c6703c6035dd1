import { equal, match, doesNotMatch, ok } from "node:assert/strict";
import { CancellationTokenSource } from "vscode";
import seedPage from "../../fixtures/seedPage.json" with { type: "json" };
import type { PlotMetadata } from "../../../src/plotsApi/bodies/plot.ts";
import { PlotItem } from "../../../src/workbench/treeItems/plotItem.ts";
import { Seed } from "../support/seed.ts";
import { connectionTo } from "../support/standIns.ts";

describe("A plot in a list", () => {
  let seed: Seed;
  beforeEach(async () => {
    seed = await Seed.fresh();
  });

  const item = (facts: Partial<PlotMetadata> = {}) =>
    new PlotItem({ ...(seedPage.results[0] as PlotMetadata), ...facts }, connectionTo(seed.root), "tests");
  const tooltip = async (of: PlotItem) => (await of.resolveTooltip(new CancellationTokenSource().token)).value;

  it("is called by its title, by its filename without one, by its id without either", () => {
    equal(item({ title: "Sunburst" }).label, "Sunburst");
    equal(item({ title: "  " }).label, "basic_sunburst_chart");
    equal(item({ title: null, filename: "" }).label, "bcowden:30");
  });

  it("counts its views", () => {
    equal(item({ views: 1 }).description, "bcowden · 1 view");
    equal(item({ views: 12_345 }).description, "bcowden · 12\u202f345 views");
    equal(item({ views: null, owner: null }).description, "bcowden · 0 views");
  });

  it("is called a sample where it came with the extension, and only there", async () => {
    const owner = "ingrid-vale";
    const elsewhere = item({ owner });
    match(String(elsewhere.description), /^ingrid-vale/);
    const plot = { ...(seedPage.results[0] as PlotMetadata), owner, views: 2 };
    const sample = new PlotItem(plot, { ...connectionTo(seed.root), embedded: true }, "tests");
    equal(sample.description, "sample · 2 views");
    // Older versions of VS Code write "\-" for a hyphen in Markdown.
    match(await tooltip(sample), /ingrid\\?-vale[^]*invented/);
    doesNotMatch(await tooltip(elsewhere), /invented/);
  });

  it("has the icon of what it draws", () => {
    const iconOf = (type: string | undefined) => {
      const { iconPath } = item({ figure: { data: type === undefined ? [] : [{ type }] } });
      return typeof iconPath === "object" && "id" in iconPath ? iconPath.id : undefined;
    };
    equal(iconOf("sunburst"), "pie-chart");
    equal(iconOf("scattergl"), "graph-scatter");
    equal(iconOf("something-new"), "graph");
    equal(iconOf(undefined), "graph-scatter");
  });

  it("shows its picture, fetched from its own server, and its facts", async () => {
    const text = await tooltip(item());
    match(text, /^!\[Picture of the plot\]\(data:image\/png;base64,[A-Za-z0-9+/=]+\|width=320\)/);
    for (const fact of ["sunburst", "2019", "bcowden"]) ok(text.includes(fact), `${fact} in ${text}`);
    // Its picture elsewhere, which the recorded page names, is not asked for and not named.
    doesNotMatch(text, /https?:/);
  });

  it("does without a picture where the server has none", async () => {
    await seed.fail("/files/bcowden:30/image", 404);
    const text = await tooltip(item());
    doesNotMatch(text, /!\[/);
    ok(text.includes("bcowden"));
  });

  it("takes no markup from what people name their plots", async () => {
    const text = await tooltip(item({ title: "![x](https://example.com/x.png) [run](command:x) <b>" }));
    doesNotMatch(text, /(^|[^\\])!\[x\]/);
    doesNotMatch(text, /(^|[^\\])\[run\]\(/);
  });
});
