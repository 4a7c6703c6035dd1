import assert from "node:assert/strict";
import * as fc from "fast-check";
import { AROUND, filePart, type Place } from "../../../../../src/figure/data/stream/filePart.ts";
import { LinePlaces } from "../../../../../src/figure/text/outline/linePlaces.ts";

const encoder = new TextEncoder();

function part(text: string, place: Place) {
  const from = Math.max(0, place.byte - AROUND);
  const bytes = encoder.encode(text);
  return { bytes, part: filePart(bytes.subarray(from, place.byte + AROUND), from, place) };
}

describe("a part of a large file", () => {
  it("is of whole lines around the place", () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `    "line ${index}",`);
    const text = lines.join("\r\n");
    const place = { byte: text.indexOf("line 3000"), line: 3000 };
    const found = part(text, place).part;
    assert.equal(found.isCut, false);
    const [first, last] = [found.start.line, found.end.line];
    assert.ok(first < 2900 && first > 2700 && last > 3100 && last < 3300, `${first} ${last}`);
    assert.equal(found.text, `${lines.slice(first, last).join("\r\n")}\r\n`);
    assert.deepEqual(found.at, { line: 3000 - first, character: 5 });
  });

  it("is a piece of a line that is long", () => {
    const text = `{"data":[${"1.25,é".repeat(100_000)}]}`;
    const byte = encoder.encode(text.slice(0, 300_000)).length;
    const found = part(text, { byte, line: 0 }).part;
    assert.equal(found.isCut, true);
    assert.ok(found.text.length > 3000 && found.text.length < 5000);
    assert.ok(text.includes(found.text));
    assert.ok(!found.text.includes("\uFFFD"));
    assert.equal(text.slice(0, 300_000).endsWith(found.text.slice(0, found.at.character)), true);
  });

  it("is all of a small file", () => {
    const found = part("{\n1\n}", { byte: 2, line: 1 }).part;
    assert.deepEqual(found, {
      text: "{\n1\n}",
      start: { byte: 0, line: 0 },
      end: { byte: 5, line: 2 },
      lastLine: 2,
      at: { line: 1, character: 0 },
      isCut: false,
      previous: undefined,
      next: undefined,
    });
  });

  it("leads on to the next part and back, without a gap and with the right lines", () => {
    const words = fc.array(
      fc.constantFrom("a", "1.5,", "\n", "\r\n", "\r", "é😀", "x".repeat(3000), "12,".repeat(9000)),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join("");
        const lines = new LinePlaces(text);
        let place: Place = { byte: 0, line: 0 };
        for (let step = 0; step < 200; step++) {
          const { bytes, part: found } = part(text, place);
          const unit = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, found.start.byte)).length;
          assert.equal(text.slice(unit, unit + found.text.length), found.text);
          assert.equal(lines.at(unit).line, found.start.line);
          assert.equal(lines.at(unit + found.text.length).line, found.end.line);
          assert.ok(found.start.byte <= place.byte && found.end.byte >= place.byte);
          if (found.previous !== undefined) {
            const back = part(text, found.previous).part;
            assert.ok(back.start.byte < found.start.byte && back.end.byte >= found.start.byte);
            assert.equal(back.end.line - back.start.line, new LinePlaces(back.text).at(back.text.length).line);
          } else assert.equal(found.start.byte, 0);
          if (found.next === undefined) {
            assert.equal(found.end.byte, bytes.length);
            return;
          }
          assert.ok(found.next.byte > place.byte);
          place = found.next;
        }
        assert.fail("It never ends.");
      }),
    );
  });
});
