import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { figureCodeInSteps } from "../../../../src/figure/code/figureCode.ts";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { corpus } from "./corpus.ts";
import { asPython } from "./sameFigure.ts";

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

describe("A figure as Python", () => {
  it("gives the same figure when the plotly.py that is installed runs it", function () {
    this.timeout(120_000);
    const version = plotlyVersion();
    // Older ones do not know all attributes of today's Plotly.
    if (version === undefined || Number.parseInt(version, 10) < 7) {
      console.warn(`      Skipped: python3 needs plotly 7 and numpy for this test, and has ${version ?? "neither"}.`); // oxlint-disable-line no-console
      this.skip();
    }
    const figures = corpus();
    const codes = figures.map(({ figure }) => finished(figureCodeInSteps(figure, "python")));
    const ran = spawnSync("python3", ["-c", runner], {
      input: JSON.stringify(codes),
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    deepEqual(ran.status, 0, ran.stderr);
    const results = JSON.parse(ran.stdout) as { readonly figure?: Figure; readonly error?: string }[];
    for (const [index, { name, figure }] of figures.entries()) {
      const { error, figure: got } = results[index] ?? {};
      deepEqual(error, undefined, name);
      deepEqual(got && asPython(got), asPython(figure), name);
    }
  });
});
