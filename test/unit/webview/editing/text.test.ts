import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Key, keyAction } from "../../../../webview/editing/hand/keys.ts";
import { marked, toLines, toMarkup } from "../../../../webview/editing/layer/markup.ts";
import { textEdits } from "../../../../webview/editing/hand/textEdits.ts";

describe("A text that is written on the drawing", () => {
  it("has lines for its breaks, and gets them back", () => {
    assert.equal(toLines("a<br>b<br/>c<BR />d"), "a\nb\nc\nd");
    fc.assert(
      fc.property(fc.array(fc.string().filter((text) => !/[\r\n]/.test(text) && !/<br/i.test(text))), (lines) => {
        assert.equal(toLines(toMarkup(lines.join("\n"))), lines.join("\n"));
      }),
    );
  });

  it("gets a mark around what is selected, and loses it again", () => {
    const bold = marked("a word", 2, 6, "b");
    assert.deepEqual(bold, { text: "<b>word</b>", from: 2, to: 13 });
    assert.deepEqual(marked("a <b>word</b>", 2, 13, "b"), { text: "word", from: 2, to: 6 });
    assert.deepEqual(marked("x", 1, 1, "sup"), { text: "<sup></sup>", from: 6, to: 6 });
    const link = marked("here", 0, 4, "a");
    assert.equal(link.text, '<a href="https://">here</a>');
    assert.equal(link.text.slice(0, link.from), '<a href="https://');
  });

  it("is set, or taken out where nothing is left of a title", () => {
    const removal = [{ act: "remove", path: ["layout", "title", "text"] }] as const;
    const title = { kind: "text", text: { path: ["layout", "title", "text"], value: "Old" }, removal };
    assert.deepEqual(textEdits(title, "New"), [{ act: "set", path: ["layout", "title", "text"], value: "New" }]);
    assert.deepEqual(textEdits(title, " "), removal);
    assert.deepEqual(textEdits(title, "Old"), []);
  });
});

describe("The keyboard among the parts of a figure", () => {
  const parts = [{ key: "a" }, { key: "b", mover: {} }, { key: "c" }];
  const press = (key: string, at: number | undefined, more: Partial<Key> = {}) => {
    const event = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
    const action = keyAction(event, parts, at === undefined ? undefined : parts[at]);
    return action?.type === "choose" ? action.part.key : action?.type;
  };

  it("goes through them by Tab, and on from the last", () => {
    assert.equal(press("Tab", 0), "b");
    assert.equal(press("Tab", 2), undefined);
    assert.equal(press("Tab", 1, { shiftKey: true }), "a");
    assert.equal(press("Tab", 0, { shiftKey: true }), undefined);
    assert.equal(press("Tab", undefined), undefined);
    assert.equal(press("End", 0), "c");
  });

  it("moves what can be moved by arrows, and goes on from what cannot", () => {
    assert.equal(press("ArrowDown", 0), "b");
    assert.equal(press("ArrowDown", 1), "nudge");
    assert.equal(press("ArrowDown", 1, { ctrlKey: true }), "c");
    assert.equal(press("ArrowUp", 0), "a");
  });

  it("leaves other keys to VS Code", () => {
    assert.equal(press("z", 1, { ctrlKey: true }), undefined);
    assert.equal(press("Delete", 0), undefined);
    assert.equal(press("F2", 0), undefined);
    assert.equal(press("Escape", 1), "leave");
    assert.equal(press("Escape", undefined), undefined);
  });
});
