import { equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import type { Context } from "mocha";
import type { Figure } from "../../../../src/figure/model/figure.ts";

/** Runs each code of a list, and prints a list of the figures, or of why there is none. */
const runner = `
import json, sys
import plotly.graph_objects as go, plotly.io as pio
pio.show = go.Figure.show = lambda *args, **rest: None
results = []
for code in json.load(sys.stdin):
    try:
        names = {}
        exec(code, names)
        text = pio.to_json(names["fig"], validate=False, remove_uids=False)
        results.append({"figure": json.loads(text)})
    except Exception as error:
        results.append({"error": str(error).split("\\n")[0] or repr(error)})
json.dump(results, sys.stdout)
`;

/** The version of the plotly.py that `python3` has; undefined where it has none. */
function plotlyVersion(): string | undefined {
  const ran = spawnSync("python3", ["-c", "import numpy, plotly; print(plotly.__version__)"], { encoding: "utf8" });
  return ran.status === 0 ? ran.stdout.trim() : undefined;
}

/** Skips a test, and says so, where `python3` has no plotly.py that knows all attributes of today's Plotly. */
export function needsPlotly(test: Context): void {
  const version = plotlyVersion();
  if (version !== undefined && Number.parseInt(version, 10) >= 7) return;
  // oxlint-disable-next-line no-console
  console.warn(`      Skipped: python3 needs plotly 7 and numpy for this test, and has ${version ?? "neither"}.`);
  test.skip();
}

/** The figures that are `fig` when the codes have run, or why there is none. */
export function figuresOf(codes: readonly string[]): { readonly figure?: Figure; readonly error?: string }[] {
  const input = JSON.stringify(codes);
  const ran = spawnSync("python3", ["-c", runner], { input, encoding: "utf8", maxBuffer: 1e9 });
  equal(ran.status, 0, ran.stderr);
  return JSON.parse(ran.stdout) as { readonly figure?: Figure; readonly error?: string }[];
}
