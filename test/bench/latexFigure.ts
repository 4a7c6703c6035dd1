import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../host/build.ts";
import { installCode } from "../host/install.ts";
import { root, temporaryFolder } from "../host/paths.ts";
import { startServer } from "../host/server.ts";
import { Window } from "../host/window.ts";
import { compare, type Measurement, time } from "./measurement.ts";

const rounds = 7;

/**
 * From asking for a figure with formulas to their being drawn, in a real VS Code window, against the same figure with
 * plain texts.
 */
export async function latexFigure(): Promise<Measurement> {
  const serverMain = await installCode(console.error);
  await build({ production: true });
  const temporary = temporaryFolder("bench");
  // A webview keeps nothing from another file's, so each round opens files of its own.
  for (let round = 0; round <= rounds; round++) {
    writeFileSync(
      join(temporary, `formulas-${round}.plotly.json`),
      figureText((tex) => `$${tex}$`),
    );
    writeFileSync(
      join(temporary, `plain-${round}.plotly.json`),
      figureText((tex) => tex),
    );
  }
  try {
    await using server = await startServer({ serverMain, dataFolder: join(temporary, ".server") });
    await using window = await Window.open(server, { folder: temporary, extension: root });
    const open = async (name: string, drawn: string): Promise<number> => {
      await window.page.keyboard.press("Control+P");
      await window.quickInput.row(name).or(window.quickInput.box).first().waitFor();
      await window.page.keyboard.type(name);
      await window.quickInput.row(name).waitFor();
      const taken = await time(async () => {
        await window.page.keyboard.press("Enter");
        await window.webview().locator(drawn).first().waitFor();
      });
      await window.runCommand("View: Close All Editors");
      return taken;
    };
    return await compare(
      "latex-figure",
      "From opening a figure with ten formulas to its title drawn, in a VS Code window, against the same figure with plain texts.",
      rounds,
      (round) => open(`formulas-${round}.plotly.json`, ".gtitle-math-group use"),
      (round) => open(`plain-${round}.plotly.json`, ".gtitle"),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Ten formulas: title, two axes, two names and five ticks. */
function figureText(text: (tex: string) => string): string {
  return JSON.stringify({
    data: [1, 2].map((order) => ({
      type: "scatter",
      x: [0, 1, 2, 3, 4],
      y: [0, 1, 2, 3, 4].map((x) => x ** order),
      name: text(`x^{${order}}`),
    })),
    layout: {
      title: { text: text("\\sqrt{\\frac{n!}{k!(n-k)!}} = \\int_0^\\infty e^{-x^2}\\,dx") },
      xaxis: {
        title: { text: text("\\theta\\ [\\mathrm{rad}]") },
        tickvals: [0, 1, 2, 3, 4],
        ticktext: [0, 1, 2, 3, 4].map((n) => text(`\\frac{${n}\\pi}{2}`)),
      },
      yaxis: { title: { text: text("\\mathcal{L}(\\theta)") } },
    },
  });
}
