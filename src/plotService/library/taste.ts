import { dates, Random, round, times } from "./random.ts";
import { axis, ink, legendAbove, page, type Columns, type Sketch } from "./sketch.ts";

/** Coffee, wine and soil: a small roastery with a vineyard behind it. */
export function taste(): Sketch[] {
  return [radar(), wheel(), soils(), wine(), beans(), orders(), mornings(), harvest()];
}

function radar(): Sketch {
  const notes = ["Acidity", "Body", "Sweetness", "Fruit", "Floral", "Nuts", "Cocoa", "Aftertaste"];
  const cups: [string, string, number[]][] = [
    ["Yirga washed", ink.amber, [8.6, 5.2, 7.4, 8.1, 8.8, 3.4, 2.9, 7.6]],
    ["Antigua honey", ink.sea, [6.4, 7.1, 7.9, 5.2, 4.1, 6.6, 6.9, 7.2]],
    ["Sulawesi wet-hulled", ink.rose, [3.6, 8.9, 5.8, 3.1, 2.2, 6.9, 8.4, 7.9]],
  ];
  const around = [...notes, notes[0] ?? ""];
  return {
    filename: "coffee-tasting",
    created: "2022-03-16T15:44",
    views: 16405,
    quality: 8,
    feed: true,
    columns: {
      note: around,
      ...Object.fromEntries(cups.map(([name, , scores]) => [name, [...scores, scores[0] ?? 0]])),
    },
    data: cups.map(([name, color]) => ({
      type: "scatterpolar",
      name,
      thetasrc: "@note",
      rsrc: `@${name}`,
      fill: "toself",
      opacity: 0.75,
      line: { color, width: 2.5 },
      marker: { size: 6 },
      hovertemplate: "%{theta}: %{r:.1f}",
    })),
    layout: page("Three coffees on the table", "Mean of nine tasters, 0-10", {
      polar: {
        radialaxis: { range: [0, 10], angle: 90, tickangle: 90, dtick: 2 },
        angularaxis: { direction: "clockwise", rotation: 90 },
      },
      legend: { x: 1, xanchor: "right", y: 1 },
      margin: { l: 64, r: 64, t: 112, b: 48 },
    }),
  };
}

function wheel(): Sketch {
  const groups: [string, string, string][] = [
    [
      "Fruity",
      ink.rose,
      "Berry:Raspberry 7/Blueberry 5/Blackcurrant 4|Citrus:Lemon 6/Orange 5/Grapefruit 3|Stone fruit:Peach 5/Apricot 4",
    ],
    ["Floral", "#d9a0b8", "Blossom:Jasmine 6/Rose 3|Tea:Bergamot 4/Chamomile 2"],
    ["Sweet", ink.amber, "Sugars:Caramel 8/Honey 6/Molasses 3|Vanilla:Vanilla pod 3"],
    ["Nutty", ink.clay, "Nuts:Hazelnut 6/Almond 5|Cocoa:Dark chocolate 7/Cocoa nib 3"],
    ["Spice", "#8a6a5c", "Warm:Cinnamon 3/Clove 2|Pepper:Black pepper 2"],
    ["Green", ink.moss, "Herbs:Sage 2/Basil 2|Vegetal:Pea 2/Hay 3"],
    ["Roast", ink.slate, "Toast:Cereal 4/Malt 4|Smoke:Ash 2/Tobacco 3"],
  ];
  const rows = groups.flatMap(([group, color, text]) => [
    { id: group, label: group, parent: "", value: 0, color },
    ...text.split("|").flatMap((branch) => {
      const [name = "", leaves = ""] = branch.split(":");
      return [
        { id: `${group}/${name}`, label: name, parent: group, value: 0, color },
        ...leaves.split("/").map((leaf) => ({
          id: `${group}/${name}/${leaf}`,
          label: leaf.replace(/ \d+$/, ""),
          parent: `${group}/${name}`,
          value: Number(/\d+$/.exec(leaf)?.[0]),
          color,
        })),
      ];
    }),
  ]);
  return {
    filename: "flavour-wheel",
    created: "2020-11-08T13:13",
    views: 44870,
    quality: 10,
    feed: true,
    columns: {
      id: rows.map((row) => row.id),
      flavour: rows.map((row) => row.label),
      within: rows.map((row) => row.parent),
      mentions: rows.map((row) => row.value),
      color: rows.map((row) => row.color),
    },
    data: [
      {
        type: "sunburst",
        idssrc: "@id",
        labelssrc: "@flavour",
        parentssrc: "@within",
        valuessrc: "@mentions",
        marker: { colorssrc: "@color", line: { width: 1.5, color: "rgba(255,255,255,0.8)" } },
        leaf: { opacity: 0.65 },
        insidetextorientation: "radial",
        hovertemplate: "%{label}: %{value} mentions<extra></extra>",
      },
    ],
    layout: page("A wheel of coffee flavours", "Words used in 141 tastings; click a sector to enter it", {
      margin: { l: 16, r: 16, t: 84, b: 16 },
    }),
  };
}

function soils(): Sketch {
  const random = new Random(401);
  const plots: [string, string, number[]][] = [
    ["River terrace", ink.sea, [0.55, 0.32, 0.13]],
    ["Chalk slope", ink.amber, [0.26, 0.47, 0.27]],
    ["Red hill", ink.rose, [0.21, 0.24, 0.55]],
  ];
  const columns = Object.fromEntries(
    plots.flatMap(([name, , mean]) => {
      const samples = times(45, () => mean.map((share) => share * Math.exp(random.normal(0, 0.24))));
      const share = (sample: number[], at: number): number =>
        round((100 * (sample[at] ?? 0)) / sample.reduce((sum, part) => sum + part, 0), 1);
      return ["sand", "silt", "clay"].map((part, at) => [
        `${name} ${part}`,
        samples.map((sample) => share(sample, at)),
      ]);
    }),
  );
  const side = (title: string): Sketch["layout"] => ({
    title: { text: title },
    min: 0,
    ticksuffix: " %",
    tickvals: [20, 40, 60, 80],
  });
  return {
    filename: "vineyard-soils",
    created: "2021-03-27T11:20",
    views: 3920,
    quality: 7,
    columns,
    data: plots.map(([name, color]) => ({
      type: "scatterternary",
      mode: "markers",
      name,
      asrc: `@${name} clay`,
      bsrc: `@${name} sand`,
      csrc: `@${name} silt`,
      marker: { color, size: 9, opacity: 0.75, line: { width: 0 } },
      hovertemplate: "clay %{a:.0f} %, sand %{b:.0f} %, silt %{c:.0f} %",
    })),
    layout: page("Three soils under one vineyard", "Texture of 135 samples from 40 cm depth", {
      ternary: { sum: 100, aaxis: side("Clay"), baxis: side("Sand"), caxis: side("Silt") },
      legend: { x: 0.98, xanchor: "right", y: 0.95 },
      margin: { l: 64, r: 64, t: 120, b: 72 },
    }),
  };
}

/** Open, high, low and close of a price that wanders by the week. */
function market(seed: number, start: number, weeks: number, drift: number, swing: number): Columns {
  const random = new Random(seed);
  let price = start;
  const bars = times(weeks, (week) => {
    const open = price;
    price = open * (1 + drift + 0.006 * Math.sin(week / 7) + random.normal(0, swing));
    const reach = (): number => Math.abs(random.normal(0, swing * 0.6)) * open;
    return [open, Math.max(open, price) + reach(), Math.min(open, price) - reach(), price];
  });
  return Object.fromEntries(
    ["open", "high", "low", "close"].map((name, at) => [name, bars.map((bar) => round(bar[at] ?? 0))]),
  );
}

function wine(): Sketch {
  return {
    filename: "nebbiolo-auction-prices",
    created: "2024-01-08T17:36",
    views: 7785,
    quality: 7,
    columns: { week: dates("2022-01-03", 104, 168), ...market(409, 86, 104, 0.0025, 0.021) },
    data: [
      {
        type: "candlestick",
        name: "Case of twelve",
        xsrc: "@week",
        opensrc: "@open",
        highsrc: "@high",
        lowsrc: "@low",
        closesrc: "@close",
        increasing: { line: { color: ink.moss }, fillcolor: ink.moss },
        decreasing: { line: { color: ink.rose }, fillcolor: ink.rose },
      },
    ],
    layout: page("Old vintages, young prices", "Nebbiolo 2010 at weekly auctions, € a bottle", {
      xaxis: { rangeslider: { visible: false }, type: "date" },
      yaxis: axis("€ a bottle"),
    }),
  };
}

function beans(): Sketch {
  return {
    filename: "green-coffee-price",
    created: "2025-03-28T16:00",
    views: 2466,
    quality: 6,
    columns: { week: dates("2024-04-01", 52, 168), ...market(421, 4.1, 52, 0.011, 0.03) },
    data: [
      {
        type: "ohlc",
        xsrc: "@week",
        opensrc: "@open",
        highsrc: "@high",
        lowsrc: "@low",
        closesrc: "@close",
        line: { width: 2.5 },
        increasing: { line: { color: ink.sea } },
        decreasing: { line: { color: ink.amber } },
        showlegend: false,
      },
    ],
    layout: page("A year of dear beans", "Washed arabica, US$ per kg, weekly", {
      xaxis: { rangeslider: { visible: false }, type: "date" },
      yaxis: axis("US$ per kg", { tickformat: ".2f" }),
    }),
  };
}

function orders(): Sketch {
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
        ysrc: "@step",
        xsrc: "@people",
        textinfo: "value+percent initial",
        textposition: "inside",
        constraintext: "none",
        marker: { colorsrc: "@color" },
        connector: { fillcolor: "rgba(132,148,163,0.18)", line: { width: 0 } },
        hovertemplate: "%{y}: %{x:,}<extra></extra>",
      },
    ],
    layout: page("Half of those who order come back", "Web shop, October to December 2023", {
      xaxis: { visible: false },
      margin: { l: 150, r: 36, t: 96, b: 32 },
    }),
  };
}

function mornings(): Sketch {
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
        labelssrc: "@drink",
        valuessrc: "@cups",
        marker: { colorssrc: "@color", line: { width: 2, color: "rgba(255,255,255,0.7)" } },
        textinfo: "label+percent",
        aspectratio: 1.2,
        baseratio: 0.3,
        hovertemplate: "%{label}: %{value} cups<extra></extra>",
      },
    ],
    layout: page("What a thousand mornings taste of", "Cups sold before ten o'clock, one week", {
      showlegend: false,
      margin: { l: 120, r: 120, t: 96, b: 32 },
    }),
  };
}

function harvest(): Sketch {
  const years = ["2019", "2020", "2021", "2022", "2023"];
  const terraces: [string, string, number[]][] = [
    ["Upper terrace", ink.sea, [4.1, 4.6, 2.2, 4.9, 4.4]],
    ["Middle terrace", ink.amber, [6.3, 6.8, 3.9, 7.1, 6.2]],
    ["River terrace", ink.moss, [8.2, 7.4, 6.8, 6.1, 5.3]],
  ];
  return {
    filename: "harvest-by-terrace",
    created: "2023-10-17T18:52",
    views: 545,
    quality: 6,
    // Anyone may see the plot and how much it rained, and nobody else what was picked: this is what data looks like
    // that is not to be read.
    columns: { summer: years, rain: [212, 198, 171, 134, 96] },
    privateColumns: { year: years, ...Object.fromEntries(terraces.map(([name, , tons]) => [name, tons])) },
    data: [
      ...terraces.map(([name, color]) => ({
        type: "bar",
        name,
        xsrc: "@year",
        ysrc: `@${name}`,
        marker: { color },
        hovertemplate: "%{y:.1f} t",
      })),
      {
        type: "scatter",
        mode: "lines+markers",
        name: "Rain in summer",
        xsrc: "@summer",
        ysrc: "@rain",
        yaxis: "y2",
        line: { color: ink.slate, width: 2, dash: "dot" },
        marker: { size: 8 },
        hovertemplate: "%{y} mm",
      },
    ],
    layout: page("The river terrace runs dry", "Grapes picked, tonnes by terrace", {
      barmode: "group",
      bargap: 0.28,
      barcornerradius: 3,
      hovermode: "x unified",
      legend: legendAbove,
      xaxis: { type: "category" },
      yaxis: axis("Tonnes", { range: [0, 9], dtick: 3 }),
      yaxis2: axis("Rain, June to August, mm", {
        overlaying: "y",
        side: "right",
        range: [0, 240],
        tickmode: "linear",
        dtick: 80,
        showgrid: false,
      }),
      showlegend: true,
      margin: { l: 72, r: 72, t: 96, b: 64 },
    }),
  };
}
