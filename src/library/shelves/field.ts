import { ink } from "../making/colors.ts";
import { columnsOf, from } from "../making/columns.ts";
import { axis, frame, page } from "../making/layout.ts";
import { round, times } from "../making/numbers.ts";
import { Random } from "../making/random.ts";
import type { Sketch } from "../making/sketch.ts";

/** A naturalist's notebook. */
export function field(): Sketch[] {
  return [penguins(), finches(), mosses()];
}

function penguins(): Sketch {
  const random = new Random(601);
  /** Bill length and depth (mm), flipper (mm), weight (kg) and their common spread. */
  const kinds: [string, string, number[]][] = [
    ["Harbour", ink.amber, [38.6, 18.4, 190, 3.7]],
    ["Cliff", ink.plum, [48.7, 18.5, 196, 3.75]],
    ["Lantern", ink.sea, [47.3, 15.1, 217, 5.05]],
  ];
  const birds = kinds.flatMap(([, color, mean]) =>
    times(70, () => {
      const size = random.normal();
      const share = (at: number, part: number): number =>
        (mean[at] ?? 0) * (1 + part * (0.6 * size + 0.8 * random.normal()));
      return { color, body: [share(0, 0.055), share(1, 0.055), share(2, 0.03), share(3, 0.09)] };
    }),
  );
  return {
    filename: "penguin-measures",
    created: "2021-01-20T12:00",
    views: 31515,
    quality: 9,
    feed: true,
    columns: { color: birds.map((bird) => bird.color) },
    data: [
      {
        type: "splom",
        dimensions: ["Bill length (mm)", "Bill depth (mm)", "Flipper (mm)", "Weight (kg)"].map((label, at) => ({
          label,
          values: birds.map((bird) => round(bird.body[at] ?? 0, at === 3 ? 2 : 1)),
        })),
        marker: { colorsrc: "@color", size: 5, opacity: 0.75, line: { width: 0 } },
        diagonal: { visible: false },
        showupperhalf: false,
        hovertemplate: "%{x} : %{y}<extra></extra>",
      },
    ],
    layout: page(
      "Three penguins, four measures",
      "Harbour (amber), cliff (plum) and lantern penguins (blue) of one island",
      {
        margin: { l: 84, r: 36, t: 96, b: 72 },
      },
    ),
  };
}

function finches(): Sketch {
  const random = new Random(607);
  const isles: [string, string, number, number][] = [
    ["Almond", ink.moss, 64, 2.1],
    ["Brae", ink.sea, 67.5, 1.6],
    ["Corran", ink.amber, 71, 2.9],
    ["Doune", ink.rose, 69, 1.8],
  ];
  return {
    filename: "finch-wings-by-isle",
    created: "2022-06-18T06:45",
    views: 4280,
    quality: 7,
    columns: Object.fromEntries(
      isles.map(([name, , mean, deviation]) => [
        name,
        times(120, () =>
          round(random.normal(mean + (name === "Corran" ? (random.next() < 0.5 ? -3.2 : 2.6) : 0), deviation * 0.8), 1),
        ),
      ]),
    ),
    data: isles.map(([name, color]) => ({
      type: "violin",
      name,
      ysrc: `@${name}`,
      line: { color, width: 1.5 },
      points: "all",
      jitter: 0.25,
      pointpos: -0.35,
      side: "positive",
      width: 1.1,
      marker: { size: 3, opacity: 0.6 },
      meanline: { visible: true },
    })),
    layout: page("Corran has two kinds of finch", "Wing length of ringed birds, 120 an isle", {
      showlegend: false,
      yaxis: axis("Wing (mm)"),
      xaxis: { showgrid: false },
    }),
  };
}

function mosses(): Sketch {
  const tree: [string, string, number][] = [
    ["Mosses of the fell", "", 0],
    ...["Peat mosses", "Haircaps", "Feather mosses", "Fork mosses", "Rock mosses"].map(
      (name): [string, string, number] => [name, "Mosses of the fell", 0],
    ),
    ["Sphagnum fuscum", "Peat mosses", 42],
    ["Sphagnum rubellum", "Peat mosses", 31],
    ["Sphagnum fallax", "Peat mosses", 18],
    ["Polytrichum commune", "Haircaps", 27],
    ["Polytrichum juniperinum", "Haircaps", 21],
    ["Pogonatum urnigerum", "Haircaps", 7],
    ["Hylocomium splendens", "Feather mosses", 38],
    ["Pleurozium schreberi", "Feather mosses", 33],
    ["Ptilium crista", "Feather mosses", 9],
    ["Dicranum scoparium", "Fork mosses", 24],
    ["Dicranum majus", "Fork mosses", 12],
    ["Racomitrium lanuginosum", "Rock mosses", 29],
    ["Andreaea rupestris", "Rock mosses", 14],
    ["Grimmia ovalis", "Rock mosses", 6],
  ];
  return {
    filename: "mosses-of-the-fell",
    created: "2024-06-09T17:17",
    views: 665,
    quality: 6,
    columns: columnsOf(tree, "name", "within", "finds"),
    data: [
      {
        type: "icicle",
        ...from({ labels: "name", parents: "within", values: "finds" }),
        textinfo: "label",
        tiling: { orientation: "h", pad: 2 },
        root: { color: ink.slate },
        hovertemplate: "%{label}: %{value} finds<extra></extra>",
      },
    ],
    layout: page("Which moss grows on the fell", "Finds in 311 squares, by group and species", {
      iciclecolorway: [ink.moss, ink.sea, "#9a9a4d", ink.clay, ink.plum],
      margin: frame(24, 96),
    }),
  };
}
