import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readNumbers } from "../../src/figure/text/numbers/numbers.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { compare, type Measurement, measured, time } from "./measurement.ts";
import { numberKinds, numbersText } from "./numbersText.ts";

/** Beside the text, so much of the columns may be needed. */
const MEMORY_LIMIT = 1.2;

/** Arrays of a million numbers, from bytes to typed arrays, against JSON.parse of the same as a string. */
export const numbersMeasurements: Record<string, () => Promise<Measurement>> = {
  ...Object.fromEntries(
    numberKinds.map((kind) => [
      `numbers-${kind}`,
      () => {
        const bytes = Buffer.from(numbersText(kind));
        const text = bytes.toString();
        return compare(
          `numbers-${kind}`,
          `1,000,000 numbers (${kind}), ${(bytes.length / 1e6).toFixed(1)} MB, from bytes to a typed array, their count known from the scan, against JSON.parse of the text.`,
          15,
          () =>
            time(() => {
              const options = { gaps: kind === "nulls", count: 1_000_000 };
              if (readNumbers(bytes, 0, bytes.length, options) === undefined) throw new Error("They are refused.");
            }),
          () => time((): unknown => JSON.parse(text)),
        );
      },
    ]),
  ),
  "numbers-memory": () => Promise.resolve(memory()),
};

function memory(): Measurement {
  const temporary = temporaryFolder("bench");
  try {
    const file = join(temporary, "numbers.json");
    const part = numbersText("repr").slice(1, -1);
    writeFileSync(file, `[${Array.from({ length: 10 }, () => part).join(",")}]`);
    const script = join(root, "test/bench/numbersMemory.ts");
    const results = [1, 2, 3].map(() => {
      const printed = execFileSync(process.execPath, [script, file, "10000000"], { encoding: "utf8" });
      return printed.split(" ").map((number) => Number(number) / 1e6);
    });
    return {
      ...measured(
        "numbers-memory",
        "By how much the peak memory of a process that holds 10,000,000 numbers as bytes grows when they are read, against 1.2 of the typed array.",
        results.map(([peak = 0]) => peak),
        results.map(([, column = 0]) => column * MEMORY_LIMIT),
      ),
      unit: "MB",
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The geometric mean of the kinds that were measured. */
export function numbersMean(results: readonly Measurement[]): string[] {
  const ratios = results
    .filter(({ name, unit }) => name.startsWith("numbers-") && unit === "ms")
    .map(({ ratio }) => ratio);
  if (ratios.length === 0) return [];
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  return [`numbers: ${mean.toFixed(3)} of the time of JSON.parse, the geometric mean of ${ratios.length} kinds.`];
}
