import { deepEqual, equal, match } from "node:assert/strict";
import { window } from "vscode";
import { ListOptions, parseQuality, qualityText } from "../../../src/workbench/plotsView/listOptions.ts";
import { replace, restore } from "../support/replace.ts";
import { MemoryMemento } from "../support/standIns.ts";

describe("Order and filter of the public plots", () => {
  let memory: MemoryMemento;
  let options: ListOptions;
  beforeEach(() => {
    memory = new MemoryMemento();
    options = new ListOptions(memory);
  });
  afterEach(restore);

  const pick = (label: string | undefined) =>
    replace(window, "showQuickPick", (items: readonly { label: string }[]) =>
      Promise.resolve(items.find((item) => item.label === label)),
    );
  const type = (text: string | undefined) => replace(window, "showInputBox", () => Promise.resolve(text));

  it("are newest first and every quality to begin with", () => {
    deepEqual(options.query, {});
    equal(options.description, "newest first");
  });

  it("are chosen by the person, shown in the view's description and kept", async () => {
    pick("Most viewed first");
    equal(await options.chooseOrder(), true);
    type("5 to 8");
    equal(await options.chooseQuality(), true);
    deepEqual(options.query, { orderBy: "-views", minQuality: 5, maxQuality: 8 });
    equal(options.description, "most viewed first · quality 5 to 8");
    deepEqual(new ListOptions(memory).query, options.query);

    restore();
    pick("Newest first");
    equal(await options.chooseOrder(), true);
    type("");
    equal(await options.chooseQuality(), true);
    deepEqual(options.query, {});
    equal(options.description, "newest first");
  });

  it("stay as they are when the person gives up or chooses the same", async () => {
    pick(undefined);
    equal(await options.chooseOrder(), false);
    type(undefined);
    equal(await options.chooseQuality(), false);
    restore();
    pick("Newest first");
    equal(await options.chooseOrder(), false);
    type("  ");
    equal(await options.chooseQuality(), false);
    deepEqual(options.query, {});
  });

  it("offer what is now, and explain what can be typed", async () => {
    let described: unknown;
    replace(window, "showQuickPick", (items: readonly { label: string; description?: string }[]) => {
      described = items.filter(({ description }) => description === "now").map(({ label }) => label);
      return Promise.resolve(undefined);
    });
    await options.chooseOrder();
    deepEqual(described, ["Newest first"]);

    let refusal: unknown;
    replace(window, "showInputBox", (box: { validateInput: (text: string) => string | undefined }) => {
      refusal = [box.validateInput("good ones"), box.validateInput("up to 8")];
      return Promise.resolve(undefined);
    });
    await options.chooseQuality();
    deepEqual(refusal, ["Type two numbers such as “5 to 8”, “from 5”, “up to 8”, or nothing.", undefined]);
  });

  it("begin anew where what was kept cannot be understood", async () => {
    await memory.update("plots.listOptions", { orderBy: "colour", minQuality: "high" });
    deepEqual(options.query, {});
    match(options.description, /^newest first$/);
  });

  const texts: readonly (readonly [string, ReturnType<typeof parseQuality>])[] = [
    ["", {}],
    ["5 to 8", { minQuality: 5, maxQuality: 8 }],
    ["5-8", { minQuality: 5, maxQuality: 8 }],
    ["0..10", { minQuality: 0, maxQuality: 10 }],
    ["From 2.5", { minQuality: 2.5 }],
    ["up to 8", { maxQuality: 8 }],
    ["8 to 5", undefined],
    ["5 to", undefined],
    ["five", undefined],
  ];
  for (const [text, range] of texts) {
    it(`read “${text}” as ${JSON.stringify(range) ?? "no range"}`, () => deepEqual(parseQuality(text), range));
  }

  it("are typed as they are shown", () => {
    for (const range of [{}, { minQuality: 1 }, { maxQuality: 9 }, { minQuality: -1, maxQuality: 2.5 }]) {
      deepEqual(parseQuality(qualityText(range)), range);
    }
  });
});
