import assert from "node:assert/strict";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { srcCompletionAt } from "../../../../src/figure/language/srcCompletion.ts";
import { srcPlaceAt } from "../../../../src/figure/references/srcPlace.ts";
import { readStructure } from "../../../../src/figure/text/structure/structure.ts";

/** What is to be completed at the bar, with the text that it takes the place of. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = srcCompletionAt(text, readStructure(text, scanFigure(text)), offset);
  if (found === undefined) return undefined;
  const { span, ...rest } = found;
  return { ...rest, replaced: text.slice(span.start, span.end) };
}

const grid = (replaced: string, unquoted = false) => ({ part: "grid", replaced, unquoted });
const column = (replaced: string, ...taken: string[]) => ({ part: "column", fid: "me:1", replaced, taken });

describe("What is completed of a reference", () => {
  it("is the grid, until there are two colons", () => {
    assert.deepEqual(at('{"data": [{"xsrc": "|"}]}'), grid(""));
    assert.deepEqual(at('{"data": [{"xsrc": "har|"}]}'), grid("har"));
    assert.deepEqual(at('{"data": [{"xsrc": "me:|1:abc"}]}'), grid("me:1:"));
    assert.deepEqual(at('{"data": [{"marker": {"colorsrc": "me:1|"}}]}'), grid("me:1"));
    assert.deepEqual(at('{"layout": {"metasrc": "|"}}'), grid(""));
  });

  it("is a column after them, and another one after each comma", () => {
    assert.deepEqual(at('{"data": [{"xsrc": "me:1:|"}]}'), column(""));
    assert.deepEqual(at('{"data": [{"xsrc": "me:1:ab|c"}]}'), column("abc"));
    assert.deepEqual(at('{"data": [{"zsrc": "me:1:abc,|"}]}'), column("", "abc"));
    assert.deepEqual(at('{"data": [{"zsrc": "me:1:abc,d|,fff"}]}'), column("d", "abc", "fff"));
    assert.deepEqual(at('{"data": [{"zsrc": "me:1:-a|"}]}'), column("a"));
    assert.equal(at('{"data": [{"zsrc": "me:1:abc?na|mes"}]}'), undefined);
  });

  it("is found in text that is being typed", () => {
    assert.deepEqual(at('{"data": [{"xsrc": |}]}'), grid("", true));
    assert.deepEqual(at('{"data": [{"type": "bar", "xsrc": |'), grid("", true));
    assert.deepEqual(at('{"data": [{"type": "bar", "xsrc": "|'), grid(""));
    assert.deepEqual(at('{"data": [{"xsrc": "me:1:|\n}], "layout": {}}'), column(""));
    assert.deepEqual(at('{"data": [{"xsrc": "me:1:|}]}'), column(""));
  });

  it("is nothing elsewhere", () => {
    for (const text of [
      '{"data": [{"x|src": "me:1:"}]}',
      '{"data": [{"name": "me:1:|"}]}',
      '{"notes": {"xsrc": "|"}}',
      '{"data": [{"src": "|"}]}',
      '{"data": [{"xsrc": 1|}]}',
      '{"data": [|]}',
      "|",
    ])
      assert.equal(at(text), undefined, text);
  });

  it("is nothing that throws, wherever the cursor is", () => {
    const text = '{"data": [{"xsrc": "me:1:abc,def", "ysrc": }, "zsrc": "a\\u003a1:"}]';
    for (let end = 0; end <= text.length; end++)
      for (let offset = 0; offset <= end; offset++) at(`${text.slice(0, offset)}|${text.slice(offset, end)}`);
  });
});

describe("The place of a reference", () => {
  const text = '{"data": [{"x": [1], "xsrc": "me:1:abc,def"}, {"ysrc": "nonsense"}]}';
  const outline = scanFigure(text);
  const found = (part: string) => srcPlaceAt(outline, text.indexOf(part) + 1);

  it("is its key, its grid or one of its columns", () => {
    assert.equal(found("def")?.uid, "def");
    assert.equal(found("abc")?.uid, "abc");
    assert.deepEqual([found("me:1")?.uid, found("me:1")?.selector.fid], [undefined, "me:1"]);
    const { span } = found('"xsrc"')!;
    assert.equal(text.slice(span.start, span.end), '"xsrc"');
  });

  it("is none beside it, or where its text is no reference", () => {
    assert.equal(found("[1]"), undefined);
    assert.equal(found("nonsense"), undefined);
    assert.equal(srcPlaceAt(outline, text.length), undefined);
  });
});
