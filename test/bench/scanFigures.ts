/** What the figures of the scan's lines hold: the kinds of values that make figure files large. */
export const scanKinds = ["floats", "short", "lines", "strings", "2d", "typed", "non-latin", "mixed"] as const;

export type ScanKind = (typeof scanKinds)[number];

/** Characters of one trace's array. */
const ARRAY = 5_000_000;

/** A figure of that kind of about `length` characters; the same each time. */
export function scanFigureText(kind: ScanKind, length: number): string {
  const random = randomNumbers();
  const text = new Parts();
  text.put('{"data":[');
  const mixed = (["floats", "short", "strings", "2d"] as const).map((each) => ({ kind: each, array: ARRAY / 5 }));
  for (let trace = 0; text.size < length - 100; trace++) {
    const next = kind === "mixed" ? mixed[trace % mixed.length]! : { kind, array: ARRAY };
    const end = Math.min(length, text.size + next.array);
    text.put(`${trace > 0 ? "," : ""}{"name":"trace ${trace}",`);
    if (next.kind === "typed") {
      const block = Buffer.from(Float64Array.from({ length: 3000 }, random).buffer).toString("base64");
      text.put('"type":"scatter","y":{"dtype":"f8","bdata":"');
      while (text.size < end) text.put(block);
      text.put('"}}');
      continue;
    }
    const block = () => Array.from({ length: 500 }, () => value(next.kind, random)).join(",");
    text.put(`${next.kind === "2d" ? '"type":"heatmap","z"' : '"type":"scatter","y"'}:[`);
    for (let first = true; text.size < end; first = false) {
      const values = next.kind === "2d" ? `[${block()}]` : block();
      text.put(first ? values : `,${values}`);
    }
    text.put("]}");
  }
  text.put('],"layout":{"title":{"text":"As large as that"}}}');
  return text.toString();
}

function value(kind: ScanKind, random: () => number): string {
  switch (kind) {
    case "short":
      return String(Math.floor(random() * 1000) / 10);
    case "lines":
      return `\n        ${String(random() * 100).slice(0, 6)}`;
    case "strings":
      return JSON.stringify(`item ${Math.floor(random() * 1e6)}${random() < 0.1 ? ' of "many"' : ""}`);
    case "non-latin":
      return `"${"東京都大阪府北海道".slice(Math.floor(random() * 5))} ${Math.floor(random() * 1e4)}"`;
    default:
      return String(random() * 2 - 1);
  }
}

class Parts {
  readonly #parts: string[] = [];
  size = 0;

  put(part: string): void {
    this.#parts.push(part);
    this.size += part.length;
  }

  toString(): string {
    return this.#parts.join("");
  }
}

/** Numbers from 0 up to 1, the same for each run (a linear congruence). */
function randomNumbers(): () => number {
  let seed = 42;
  return () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
}
