import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Node, parseTree } from "jsonc-parser";
import type { JSONDocument } from "vscode-json-languageservice";
import { scanFigure, scanFigureBytes } from "../../src/figure/text/scan/scan.ts";
import { type CopyUnits, Skipper } from "../../src/figure/text/simd/skipper.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { jsonService, TextDocument } from "../unit/build/jsonService.ts";
import { compare, type Measurement, measured, time } from "./measurement.ts";
import { type ScanKind, scanFigureText, scanKinds } from "./scanFigures.ts";

/** Of the text, so much more memory may be needed. */
const MEMORY_LIMIT = 1 / 10;

/** Larger texts make parsers of trees run out of memory. */
const LARGEST_TREE = 50;

/** As the extension on Node does. */
const copyUnits: CopyUnits = (text, into) => Buffer.from(into.buffer, into.byteOffset).write(text, "utf16le");

/** The scan of figure files beside parsers, for figures of `megabytes` million characters. */
export function scanMeasurements(megabytes: number): Record<string, () => Promise<Measurement>> {
  const size = megabytes * 1_000_000;
  const rounds = Math.max(3, Math.min(15, Math.round(150 / megabytes)));
  const skipper = Skipper.make(copyUnits);
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
        () => time(() => scanFigureBytes(bytes, skipper)),
        () => time((): unknown => JSON.parse(text)),
      );
    };
    measurements[`scan-string-${kind}`] = () => {
      const { text } = figure(kind);
      return compare(
        `scan-string-${kind}`,
        `The outline of ${megabytes} MB (${kind}) from a string, against JSON.parse.`,
        rounds,
        () => time(() => scanFigure(text, skipper)),
        () => time((): unknown => JSON.parse(text)),
      );
    };
  }
  measurements["scan-memory"] = () => Promise.resolve(memory(megabytes, figure("mixed").bytes));
  if (megabytes > LARGEST_TREE) return measurements;
  measurements["scan-vs-jsonc"] = () => {
    const { text } = figure("mixed");
    return compare(
      "scan-vs-jsonc",
      `The outline of ${megabytes} MB (mixed) from a string, against jsonc-parser's parseTree.`,
      3,
      () => time(() => scanFigure(text, skipper)),
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
      () => time(() => scanFigure(text, skipper)),
      () => time((): JSONDocument => json.parseJSONDocument(document)),
    );
  };
  return measurements;
}

/** The geometric means of the ratios of all kinds, of those that were measured: from bytes, and from a string. */
export function scanMeans(results: readonly Measurement[]): string[] {
  return ["scan-bytes-", "scan-string-"].flatMap((prefix) => {
    const ratios = results.filter(({ name }) => name.startsWith(prefix)).map(({ ratio }) => ratio);
    if (ratios.length === 0) return [];
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    return [`${prefix}*: ${mean.toFixed(3)} of the time of JSON.parse, the geometric mean of ${ratios.length} kinds.`];
  });
}

/** How far the peak of a process grows by the scan, from bytes or from a string, whichever is more. */
function memory(megabytes: number, bytes: Uint8Array): Measurement {
  const temporary = temporaryFolder("bench");
  try {
    const file = join(temporary, "figure.json");
    writeFileSync(file, bytes);
    const grown = (what: "bytes" | "string"): number => {
      const script = join(root, "test/bench/scanMemory.ts");
      const printed = execFileSync(process.execPath, [script, file, what], { encoding: "utf8" });
      return Number.parseInt(printed, 10) / 1e6;
    };
    return {
      ...measured(
        "scan-memory",
        `By how much the peak memory of a process that holds ${megabytes} MB (mixed) grows by the scan of bytes or of a string, against the limit.`,
        [1, 2, 3].map(() => Math.max(grown("bytes"), grown("string"))),
        [megabytes * MEMORY_LIMIT],
      ),
      unit: "MB",
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
