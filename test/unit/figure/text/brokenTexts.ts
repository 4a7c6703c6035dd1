import * as fc from "fast-check";
import type { TextChange } from "../../../../src/figure/text/scan/scan.ts";

export const words = Array.from({ length: 200 }, (_, n) => `word ${n}`);
const figures = [
  {
    data: [
      { type: "scatter", name: "naïve “quotes” \n", x: [1, -2.5, 3e-7, null, true], xsrc: "ann:1:a0b1c2" },
      { type: "heatmap", z: [[0, 1], [], [2]], text: words, meta: { name: "é".repeat(300), ключ: [1, 2] } },
      {
        y: { dtype: "f8", bdata: "AAAAAAAA8D8AAAAAAAAAQA==".repeat(60) },
        marker: { line: { widthsrc: "ann:1:ffffff" } },
      },
    ],
    layout: { title: { text: `日本語 🎉 ${"🎉 wide".repeat(100)}` }, xaxis2: { tickvals: [1, 2] } },
    frames: [{ name: "f", traces: [1], data: [{ z: [[1]] }] }],
  },
  { data: [{ type: "splom", dimensions: [{ values: [1, 2] }, { values: ["ä"], valuessrc: "b:2:c" }] }], layout: {} },
];
const packed = String.raw`AAA\u002fAAAA8D8A\/A\u003d`;
const escaped = `{"data":[{"y":{"dtype":"u1","bdata":"${packed.repeat(200)}"},"x":{"bdata":"${packed}","dtype":"i1"}}]}`;
/** Figures as texts, on one line and indented. */
export const texts = [escaped].concat(
  figures.flatMap((figure) => [JSON.stringify(figure), JSON.stringify(figure, null, 2)]),
);

const pieces = ['"', "\\", "{", "}", "[", "]", ",", ":", "0", "1.5", "e", "é", "日", "🎉", " ", "\n", "null", "NaN"];
/** Edits anywhere in a text, most of which break it. */
export const edits = fc.array(
  fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 4 }),
    added: fc.array(fc.constantFrom(...pieces, '"a":', "[1,2]", "\t\r\n"), { maxLength: 3 }).map((all) => all.join("")),
  }),
  { maxLength: 4 },
);

/** The changes that such edits are in a text, none of which overlap, and the text that they make. */
export function edited(text: string, wanted: readonly { place: number; removed: number; added: string }[]) {
  const changes: TextChange[] = [];
  let free = 0;
  for (const { place, removed, added } of wanted.toSorted((a, b) => a.place - b.place)) {
    const rangeOffset = Math.floor(place * text.length);
    if (rangeOffset < free) continue;
    const rangeLength = Math.min(removed, text.length - rangeOffset);
    changes.push({ rangeOffset, rangeLength, text: added });
    free = rangeOffset + rangeLength;
  }
  let after = text;
  for (const { rangeOffset, rangeLength, text: added } of changes.toReversed())
    after = after.slice(0, rangeOffset) + added + after.slice(rangeOffset + rangeLength);
  return { changes: changes.toReversed(), after };
}
