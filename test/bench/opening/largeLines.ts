import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { scanFigureBytes } from "../../../src/figure/text/scan/scan.ts";
import { launchBrowser } from "../../host/vscode/browser.ts";
import { compare, type Measurement, time } from "../measurement.ts";
import { BarePage } from "./barePage.ts";
import { BenchWindow } from "./benchWindow.ts";
import { floatsFigure, smallFigure } from "./figures.ts";
import { fileOf, writeRounds } from "./openLines.ts";
import { PeakMemory, startedProcesses } from "./processMemory.ts";

const title = "So large";

export const open200mb = (): Promise<Measurement> => againstScan("open-200mb", 200_000_000, 3, 2.5);

export const open1gb = (): Promise<Measurement> => againstScan("open-1gb", 1_000_000_000, 1, 4);

async function againstScan(name: string, bytes: number, rounds: number, limit: number): Promise<Measurement> {
  await using bench = await BenchWindow.open((folder) => writeRounds(folder, rounds, floatsFigure(title, bytes)));
  return await compare(
    name,
    `From the click on four lines of floats in ${bytes / 1_000_000} MB to its drawing, against reading and scanning the file.`,
    rounds,
    async (round) => {
      const taken = await bench.click(fileOf(round), title, 600);
      await bench.close();
      return taken;
    },
    (round) => time(async () => scanFigureBytes(await readFile(join(bench.folder, fileOf(round))))),
    limit,
  );
}

/** What 50 MB of floats need in the extension host and in the window, against a page. Of both, a small figure is drawn before. */
export async function memory50mb(): Promise<Measurement> {
  const rounds = 3;
  const [small, smallTitle] = ["small.plotly.json", "Small"];
  await using bench = await BenchWindow.open(async (folder) => {
    writeFileSync(join(folder, small), smallFigure(smallTitle));
    await writeRounds(folder, rounds, floatsFigure(title, 50_000_000));
  });
  const ofWindow = startedProcesses("--type=renderer");
  const browser = await launchBrowser();
  try {
    await using bare = await BarePage.serve(browser, bench.folder);
    const earlier = new Set([...ofWindow, ...startedProcesses("--type=renderer")]);
    const inHost = () => startedProcesses("--type=extensionHost");
    const inBare = () => startedProcesses("--type=renderer").filter((pid) => !earlier.has(pid));
    let first: readonly PeakMemory[] | undefined;
    const hosts: number[] = [];
    const result = {
      ...(await compare(
        "memory-50mb",
        "By how much the peak memory of extension host and window grows when four lines of floats in 50 MB are drawn, against a bare page with the full bundle, where both have drawn a small figure before.",
        rounds,
        async (round) => {
          await bench.click(small, smallTitle);
          await bench.close();
          const peaks = [inHost, () => ofWindow].map((processes, index) => new PeakMemory(processes, first?.[index]));
          first ??= peaks;
          await bench.click(fileOf(round), title);
          const [host = 0, page = 0] = peaks.map((peak) => peak.grown());
          if (round > 0) hosts.push(host);
          await bench.close();
          return host + page;
        },
        async (round) => {
          const { page } = await bare.open(small, smallTitle);
          const peak = new PeakMemory(inBare);
          await bare.open(fileOf(round), title, page);
          const grown = peak.grown();
          await page.context().close();
          return grown;
        },
        1,
      )),
      unit: "MB",
    } as const;
    return { ...result, what: `${result.what} Of that are the host's: ${hosts.map(Math.round).join(", ")} MB.` };
  } finally {
    await browser.close();
  }
}
