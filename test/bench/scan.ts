import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Node, parseTree } from "jsonc-parser";
import type { JSONDocument } from "vscode-json-languageservice";
import { checkFigure } from "../../src/figure/check.ts";
import { readStructure } from "../../src/figure/structure.ts";
import { rescanFigure, scanFigure, scanFigureBytes } from "../../src/figure/scan.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { jsonService, TextDocument } from "../unit/figure/jsonService.ts";
import { compare, type Measurement, measured, time } from "./measurement.ts";
import { type ScanKind, scanFigureText, scanKinds } from "./scanFigures.ts";

/** An edit's new problems are to be there so many milliseconds behind the debounce. */
const EDIT_LIMIT = 150;

/** The scan of figure files beside parsers, for figures of `megabytes` million characters. */
export function scanMeasurements(megabytes: number): Record<string, () => Promise<Measurement>> {
  const size = megabytes * 1_000_000;
  const rounds = Math.max(3, Math.min(9, Math.round(100 / megabytes)));
  // One text at a time is kept, since those of 200 MB do not fit into memory together.
  let last: { kind: ScanKind; text: string; bytes: Uint8Array } | undefined;
  const figure = (kind: ScanKind) => {
    if (last?.kind === kind) return last;
    last = undefined;
    const text = scanFigureText(kind, size);
    const bytes = Buffer.from(text);
    // As a file is read: not in the pieces that it was made of.
    last = { kind, text: bytes.toString(), bytes };
    return last;
  };

  const measurements: Record<string, () => Promise<Measurement>> = {};
  for (const kind of scanKinds) {
    measurements[`scan-bytes-${kind}`] = () => {
      const { text, bytes } = figure(kind);
      return compare(
        `scan-bytes-${kind}`,
        `The outline of ${megabytes} MB (${kind}) from bytes, against JSON.parse of the same as a string.`,
        rounds,
        () => time(() => scanFigureBytes(bytes)),
        () => time((): unknown => JSON.parse(text)),
      );
    };
    measurements[`scan-string-${kind}`] = () => {
      const { text } = figure(kind);
      return compare(
        `scan-string-${kind}`,
        `The outline of ${megabytes} MB (${kind}) from a string, against JSON.parse.`,
        rounds,
        () => time(() => scanFigure(text)),
        () => time((): unknown => JSON.parse(text)),
      );
    };
  }
  measurements["scan-vs-jsonc"] = () => {
    const { text } = figure("mixed");
    return compare(
      "scan-vs-jsonc",
      `The outline of ${megabytes} MB (mixed) from a string, against jsonc-parser's parseTree.`,
      3,
      () => time(() => scanFigure(text)),
      () => time((): Node | undefined => parseTree(text)),
    );
  };
  measurements["scan-vs-json-service"] = () => {
    const { text } = figure("mixed");
    const json = jsonService();
    const document = TextDocument.create("file:///figure.json", "json", 1, text);
    return compare(
      "scan-vs-json-service",
      `The outline of ${megabytes} MB (mixed) from a string, against parseJSONDocument of vscode-json-languageservice.`,
      3,
      () => time(() => scanFigure(text)),
      () => time((): JSONDocument => json.parseJSONDocument(document)),
    );
  };
  measurements["scan-memory"] = () => Promise.resolve(memory(megabytes, figure("mixed").bytes));
  measurements["edit-20mb"] = edit;
  return measurements;
}

/** How far the peak of a process grows by the scan, and by JSON.parse. */
function memory(megabytes: number, bytes: Uint8Array): Measurement {
  const temporary = temporaryFolder("bench");
  try {
    const file = join(temporary, "figure.json");
    writeFileSync(file, bytes);
    const grown = (what: "scan" | "parse"): number => {
      const script = join(root, "test/bench/scanMemory.ts");
      const printed = execFileSync(process.execPath, [script, file, what], { encoding: "utf8" });
      return Number.parseInt(printed, 10) / 1e6;
    };
    const runs = [1, 2, 3];
    return {
      ...measured(
        "scan-memory",
        `By how much the peak memory of a process that holds ${megabytes} MB (mixed) grows, against JSON.parse.`,
        runs.map(() => grown("scan")),
        runs.map(() => grown("parse")),
      ),
      unit: "MB",
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** New problems behind one more digit in the middle of an array, the text at hand. */
async function edit(): Promise<Measurement> {
  let text = scanFigureText("mixed", 20_000_000);
  let outline = scanFigure(text);
  const taken: number[] = [];
  for (let round = 0; round <= 9; round++) {
    const { value } = outline.arrays[round]!;
    const rangeOffset = text.indexOf(",", (value.start + value.end) >> 1);
    text = Buffer.from(`${text.slice(0, rangeOffset)},1${text.slice(rangeOffset)}`).toString();
    const milliseconds = await time(() => {
      outline = rescanFigure(outline, text, [[{ rangeOffset, rangeLength: 0, text: ",1" }]]);
      checkFigure({ text, outline, structure: readStructure(text, outline) }, { bound: false });
    });
    if (round > 0) taken.push(milliseconds);
  }
  return measured(
    "edit-20mb",
    "From the text of a 20 MB figure after an edit within an array to its new problems, against the limit.",
    taken,
    [EDIT_LIMIT],
  );
}
