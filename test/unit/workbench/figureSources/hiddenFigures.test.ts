import assert from "node:assert/strict";
import { HiddenFigures } from "../../../../src/workbench/figureSources/hiddenFigures.ts";

describe("The columns of large figures whose tabs nobody sees", () => {
  let figures: HiddenFigures;
  let freed: string[];
  const [one, two, three] = [{}, {}, {}];
  beforeEach(() => {
    figures = new HiddenFigures(100);
    freed = [];
  });
  const hide = (figure: object, name: string, bytes: number): void =>
    figures.hide(figure, bytes, () => void freed.push(name));

  it("stay up to a limit, beyond which those go that were hidden first", () => {
    hide(one, "one", 40);
    hide(two, "two", 60);
    assert.deepEqual(freed, []);
    hide(three, "three", 40);
    assert.deepEqual(freed, ["one"]);
    hide(one, "one", 100);
    assert.deepEqual(freed, ["one", "two", "three"]);
  });

  it("stay of the last one at any size", () => {
    hide(one, "one", 1000);
    assert.deepEqual(freed, []);
    hide(two, "two", 2000);
    assert.deepEqual(freed, ["one"]);
  });

  it("stay while a tab shows them", () => {
    hide(one, "one", 90);
    figures.show(one);
    hide(two, "two", 90);
    assert.deepEqual(freed, []);
  });

  it("count once, as they are now", () => {
    hide(one, "old", 90);
    hide(one, "one", 10);
    hide(two, "two", 90);
    assert.deepEqual(freed, []);
    hide(three, "three", 90);
    assert.deepEqual(freed, ["one", "two"]);
  });
});
