import { ink, rim, tint } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { frame, hidden, page } from "../../making/layout.ts";
import type { Sketch } from "../../making/sketch.ts";

export function orders(): Sketch {
  return {
    filename: "roastery-web-shop",
    created: "2023-12-20T19:47",
    views: 980,
    quality: 5,
    columns: {
      step: ["Visits", "Looked at a coffee", "Put in the basket", "Began to pay", "Ordered", "Ordered again"],
      people: [12480, 7310, 2954, 1987, 1702, 864],
      color: ["#23688a", "#2f7f9e", "#4f96b1", "#6fb3d2", ink.amber, "#c9772a"],
    },
    data: [
      {
        type: "funnel",
        ...from({ y: "step", x: "people" }),
        textinfo: "value+percent initial",
        textposition: "inside",
        constraintext: "none",
        marker: { colorsrc: "@color" },
        connector: { fillcolor: tint(ink.slate, 0.18), line: { width: 0 } },
        hovertemplate: "%{y}: %{x:,}<extra></extra>",
      },
    ],
    layout: page("Half of those who order come back", "Web shop, October to December 2023", {
      xaxis: hidden,
      margin: { l: 150, r: 36, t: 96, b: 32 },
    }),
  };
}

export function mornings(): Sketch {
  return {
    filename: "morning-drinks",
    created: "2019-10-12T08:08",
    views: 5210,
    quality: 4,
    columns: {
      drink: ["Filter", "Flat white", "Espresso", "Cappuccino", "Tea"],
      cups: [412, 338, 241, 187, 96],
      color: [ink.clay, "#c9975a", "#6f5145", "#dbbd94", ink.moss],
    },
    data: [
      {
        type: "funnelarea",
        ...from({ labels: "drink", values: "cups" }),
        marker: { colorssrc: "@color", line: rim(2) },
        textinfo: "label+percent",
        aspectratio: 1.2,
        baseratio: 0.3,
        hovertemplate: "%{label}: %{value} cups<extra></extra>",
      },
    ],
    layout: page("What a thousand mornings taste of", "Cups sold before ten o'clock, one week", {
      showlegend: false,
      margin: frame(120, 96, 32),
    }),
  };
}
