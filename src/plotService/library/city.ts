import { ground } from "./islands.ts";
import { bell, hills, Random, round, times } from "./random.ts";
import { axis, ink, key, legendAbove, page, scale, type Sketch } from "./sketch.ts";

/** A middling city and its people. */
export function city(): Sketch[] {
  return [bicycles(), council(), pyramid(), budget(), modes(), delays(), rents(), today(), power()];
}

function bicycles(): Sketch {
  const random = new Random(307);
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const count = (day: number, hour: number): number => {
    const work = 620 * bell(hour, 7.8, 0.9) + 540 * bell(hour, 16.8, 1.4) + 150 * bell(hour, 12, 3);
    const leisure = 300 * bell(hour, 14.5, 3.2) + 60 * bell(hour, 0.5, 1.5);
    return (
      Math.round(
        (day < 5 ? work * (day === 4 ? 0.88 : 1) : leisure * (day === 5 ? 1.1 : 1)) * random.between(0.9, 1.1),
      ) + 6
    );
  };
  return {
    filename: "bicycle-counter-week",
    created: "2022-05-30T17:22",
    views: 20315,
    quality: 9,
    feed: true,
    columns: {
      hour: times(24, (hour) => `${String(hour).padStart(2, "0")}:00`),
      day: days,
      ...Object.fromEntries(days.map((name, day) => [name, times(24, (hour) => count(day, hour))])),
    },
    data: [
      {
        type: "heatmap",
        // One column a weekday: several columns behind one key are read as the columns of the matrix.
        zsrc: `@${days.join(",")}`,
        xsrc: "@day",
        ysrc: "@hour",
        xgap: 3,
        ygap: 1,
        colorscale: scale("#eef3e2", "#a9d3b8", "#4f9fb0", "#2c5f8a", "#1d2f5c"),
        colorbar: key("Bicycles an hour"),
        hovertemplate: "%{x} %{y}: %{z} bicycles<extra></extra>",
      },
    ],
    layout: page("Two rush hours and a lazy weekend", "Bicycles over Mill Bridge, mean of May 2022", {
      xaxis: { side: "top", showgrid: false },
      yaxis: axis("", { autorange: "reversed", dtick: 3, showgrid: false }),
      margin: { l: 72, r: 36, t: 116, b: 24 },
    }),
  };
}

function council(): Sketch {
  const parties: [string, number, string][] = [
    ["Left Bloc", 11, ink.rose],
    ["Greens", 17, ink.moss],
    ["Labour", 24, "#b5483a"],
    ["Local List", 9, ink.slate],
    ["Centre", 15, ink.amber],
    ["Liberals", 10, ink.plum],
    ["Conservatives", 15, ink.sea],
  ];
  const rows = [13, 17, 20, 24, 27];
  const seats = rows
    .flatMap((count, row) =>
      times(count, (index) => ({ angle: Math.PI * (1 - index / (count - 1)), reach: 1 + row * 0.26 })),
    )
    .toSorted((a, b) => b.angle - a.angle || a.reach - b.reach);
  let seated = 0;
  const columns = Object.fromEntries(
    parties.flatMap(([name, count]) => {
      const own = seats.slice(seated, (seated += count));
      return [
        [`${name} x`, own.map((seat) => round(seat.reach * Math.cos(seat.angle), 3))],
        [`${name} y`, own.map((seat) => round(seat.reach * Math.sin(seat.angle), 3))],
      ];
    }),
  );
  return {
    filename: "council-seats",
    created: "2023-09-11T05:55",
    views: 29040,
    quality: 8,
    feed: true,
    columns,
    data: parties.map(([name, count, color]) => ({
      type: "scatter",
      mode: "markers",
      name: `${name} ${count}`,
      xsrc: `@${name} x`,
      ysrc: `@${name} y`,
      marker: { size: 27, color },
      hovertemplate: `${name}<extra></extra>`,
    })),
    layout: page("No majority without the Greens", "Seats in the city council after the election of September 2023", {
      xaxis: { visible: false, range: [-2.2, 2.2] },
      yaxis: { visible: false, scaleanchor: "x", range: [-0.1, 2.15] },
      legend: { orientation: "h", x: 0.5, xanchor: "center", y: -0.02, yanchor: "top", itemsizing: "constant" },
      annotations: [{ x: 0, y: 0.12, text: "101", showarrow: false, font: { size: 52 } }],
      margin: { l: 24, r: 24, t: 84, b: 72 },
    }),
  };
}

function pyramid(): Sketch {
  const ages = times(20, (index) => (index === 19 ? "95+" : `${index * 5}-${index * 5 + 4}`));
  const people = (index: number, older: number): number =>
    Math.round(
      (3100 + 900 * bell(index, 5, 1.6) + 600 * bell(index, 11, 2)) / (1 + Math.exp((index - 14.2 - older) / 1.6)),
    );
  const side = (name: string, color: string, sign: string): Sketch["data"][number] => ({
    type: "bar",
    orientation: "h",
    name,
    xsrc: `@${name}`,
    ysrc: "@age",
    customdatasrc: `@${sign}`,
    marker: { color },
    hovertemplate: "%{y}: %{customdata:,}",
  });
  const women = ages.map((_, index) => people(index, 0.7));
  const men = ages.map((_, index) => people(index, -0.5));
  return {
    filename: "population-pyramid",
    created: "2020-02-17T14:41",
    views: 8730,
    quality: 7,
    columns: { age: ages, Women: women, Men: men.map((count) => -count), women, men },
    data: [side("Men", ink.sea, "men"), side("Women", ink.amber, "women")],
    layout: page("A city of thirty-year-olds", "Inhabitants by age and sex, 1 January 2020", {
      barmode: "overlay",
      bargap: 0.12,
      legend: legendAbove,
      xaxis: axis("Inhabitants", {
        tickvals: [-4000, -2000, 0, 2000, 4000],
        ticktext: ["4,000", "2,000", "0", "2,000", "4,000"],
      }),
      yaxis: axis("Age", { showgrid: false }),
    }),
  };
}

function budget(): Sketch {
  const posts: [string, string, number][] = [
    ["Schools", "", 412],
    ["Care", "", 358],
    ["Streets and trams", "", 236],
    ["Culture", "", 94],
    ["Parks", "", 61],
    ["Fire service", "", 72],
    ["Town hall", "", 83],
    ["Teachers", "Schools", 268],
    ["School buildings", "Schools", 96],
    ["School meals", "Schools", 48],
    ["Home care", "Care", 172],
    ["Nursing homes", "Care", 131],
    ["Youth work", "Care", 55],
    ["Tram lines", "Streets and trams", 121],
    ["Roads", "Streets and trams", 78],
    ["Cycle ways", "Streets and trams", 37],
    ["Library", "Culture", 38],
    ["Theatre", "Culture", 33],
    ["Museums", "Culture", 23],
    ["Trees", "Parks", 26],
    ["Playgrounds", "Parks", 35],
  ];
  return {
    filename: "city-budget",
    created: "2021-12-01T10:27",
    views: 6485,
    quality: 7,
    columns: {
      post: posts.map(([name]) => name),
      within: posts.map(([, within]) => within),
      million: posts.map(([, , amount]) => amount),
    },
    data: [
      {
        type: "treemap",
        labelssrc: "@post",
        parentssrc: "@within",
        valuessrc: "@million",
        branchvalues: "total",
        texttemplate: "<b>%{label}</b><br>%{value} M",
        marker: { cornerradius: 4, pad: { t: 26, l: 4, r: 4, b: 4 } },
        pathbar: { visible: false },
        tiling: { pad: 3 },
        hovertemplate: "%{label}: %{value} million, %{percentRoot} of all<extra></extra>",
      },
    ],
    layout: page("What the city spends in a year", "Budget 2022 in millions", {
      treemapcolorway: [ink.sea, ink.amber, ink.moss, ink.rose, "#4f8a6f", ink.clay, ink.plum],
      margin: { l: 24, r: 24, t: 84, b: 24 },
    }),
  };
}

function modes(): Sketch {
  const random = new Random(311);
  const pick = (values: string[], weights: number[]): string => values[random.weighted(weights)] ?? "";
  const people = times(420, () => {
    const home = pick(["Old town", "Terraces", "Outer estates"], [3, 4, 4]);
    const near = home === "Old town" ? 3 : home === "Terraces" ? 1.4 : 0.5;
    const way = pick(["Foot", "Bicycle", "Tram", "Car"], [near, 1.4 * near, 2, 2.2 / near]);
    const long = way === "Foot" ? 0.4 : way === "Bicycle" ? 0.7 : way === "Tram" ? 1.6 : 1.3;
    return [home, way, pick(["under 15 min", "15-30 min", "over 30 min"], [2.4 / long, 2, long])];
  });
  return {
    filename: "ways-to-work",
    created: "2022-01-24T16:05",
    views: 3310,
    quality: 6,
    columns: { color: people.map(([, way]) => ["Foot", "Bicycle", "Tram", "Car"].indexOf(way ?? "")) },
    data: [
      {
        type: "parcats",
        dimensions: ["Home", "Way", "Time"].map((label, at) => ({
          label,
          values: people.map((person) => person[at] ?? ""),
        })),
        line: {
          colorsrc: "@color",
          colorscale: scale(ink.moss, ink.sky, ink.plum, ink.amber),
          shape: "hspline",
        },
        hoveron: "color",
        arrangement: "freeform",
      },
    ],
    layout: page("How the city gets to work", "420 people asked in January 2022; colour by way of travel", {
      margin: { l: 72, r: 108, t: 112, b: 32 },
    }),
  };
}

function delays(): Sketch {
  const random = new Random(313);
  const trams = times(4000, () => {
    const hour = random.next() < 0.5 ? random.normal(8, 1.3) : random.normal(16.5, 2.4);
    const rush = bell(hour, 8, 1) + bell(hour, 17, 1.3);
    return [hour, random.normal(0.6 + 2.6 * rush, 0.9 + 1.1 * rush)];
  }).filter(([hour, delay]) => (hour ?? 0) > 5 && (hour ?? 0) < 23 && (delay ?? 0) > -2 && (delay ?? 0) < 9);
  return {
    filename: "tram-delays",
    created: "2024-11-05T12:50",
    views: 1190,
    quality: 6,
    columns: { hour: trams.map(([hour]) => round(hour ?? 0)), delay: trams.map(([, delay]) => round(delay ?? 0)) },
    data: [
      {
        type: "histogram2d",
        xsrc: "@hour",
        ysrc: "@delay",
        xbins: { start: 5, end: 23, size: 0.5 },
        ybins: { start: -2, end: 9, size: 0.5 },
        colorscale: scale("rgba(138,118,189,0)", "#c9b8dd", "#8a76bd", "#54408a", "#2b1d4f"),
        colorbar: key("Arrivals"),
        hovertemplate: "%{x} h, %{y} min: %{z}<extra></extra>",
      },
    ],
    layout: page("Line 6 is late when you need it", "4,000 arrivals at Market Square", {
      xaxis: axis("Hour of day", { dtick: 3 }),
      yaxis: axis("Delay (min)", { zeroline: true }),
    }),
  };
}

function rents(): Sketch {
  const random = new Random(317);
  const [columns, rows] = [6, 5];
  const corner = (x: number, y: number): number[] => [
    round(10.2 + 0.02 * x + 0.011 * hills(x * 0.83, y * 0.83, 5), 5),
    round(56.1 + 0.0115 * y + 0.006 * hills(x * 0.83, y * 0.83, 9), 5),
  ];
  const places = times(columns * rows, (index) => {
    const [x, y] = [index % columns, Math.floor(index / columns)];
    const ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)];
    return {
      id: `D${index + 1}`,
      ring,
      rent: 9 + 9.5 * bell(Math.hypot(x - 2.4, (y - 2.2) * 1.1), 0, 1.9) + random.normal(0, 0.7),
    };
  });
  return {
    filename: "rents-by-district",
    created: "2024-05-06T18:33",
    views: 4975,
    quality: 8,
    columns: { district: places.map((place) => place.id), rent: places.map((place) => round(place.rent, 1)) },
    data: [
      {
        type: "choroplethmap",
        geojson: {
          type: "FeatureCollection",
          features: places.map(({ id, ring }) => ({
            type: "Feature",
            id,
            properties: {},
            geometry: { type: "Polygon", coordinates: [ring] },
          })),
        },
        locationssrc: "@district",
        zsrc: "@rent",
        colorscale: scale("#e3efe2", "#9cc9b4", "#4f96a0", "#2b5f85", "#2b3a67"),
        marker: { line: { width: 1.5, color: "#ffffff" } },
        colorbar: key("€ per m²", 0.7),
        hovertemplate: "District %{location}: %{z:.1f} €/m²<extra></extra>",
      },
    ],
    layout: page("The centre costs double", "Rent asked for flats in the thirty districts, spring 2024", {
      map: { style: "white-bg", center: { lon: 10.26, lat: 56.129 }, zoom: 11.45, layers: [ground("#e8edef")] },
      margin: { l: 0, r: 96, t: 84, b: 0 },
    }),
  };
}

function today(): Sketch {
  const gauge = (
    title: string,
    value: number,
    reference: number,
    top: number,
    suffix: string,
    color: string,
    x: number,
  ): Sketch["data"][number] => ({
    type: "indicator",
    mode: "gauge+number+delta",
    value,
    delta: { reference, valueformat: ".1f", increasing: { color: ink.clay }, decreasing: { color: ink.moss } },
    number: { suffix, font: { size: 26 } },
    title: { text: title, font: { size: 15 } },
    gauge: {
      axis: { range: [0, top], nticks: 5 },
      bar: { color, thickness: 0.7 },
      bgcolor: "rgba(132,148,163,0.15)",
      borderwidth: 0,
      threshold: { value: reference, line: { color: ink.slate, width: 3 }, thickness: 0.85 },
    },
    domain: { x: [x, x + 0.26], y: [0.12, 0.86] },
  });
  return {
    filename: "air-over-the-city",
    created: "2025-07-14T06:00",
    views: 310,
    quality: 5,
    data: [
      gauge("Fine dust PM2.5", 11.4, 15, 40, " µg", ink.sea, 0.02),
      gauge("Nitrogen dioxide", 28.7, 25, 80, " µg", ink.amber, 0.37),
      gauge("Noise by day", 57.2, 55, 90, " dB", ink.plum, 0.72),
    ],
    layout: page("The air this morning", "Monday 14 July 2025; the line marks the guideline", {
      margin: { l: 24, r: 24, t: 96, b: 24 },
    }),
  };
}

function power(): Sketch {
  return {
    filename: "electricity-mix",
    created: "2023-01-03T09:18",
    views: 11750,
    quality: 6,
    columns: {
      source: ["Wind", "Hydro", "Sun", "Biogas", "Waste heat", "Imports"],
      share: [38.2, 24.6, 14.1, 8.4, 6.2, 8.5],
      color: [ink.sea, ink.sky, ink.amber, ink.moss, ink.clay, ink.slate],
      pull: [0.04, 0, 0, 0, 0, 0],
    },
    data: [
      {
        type: "pie",
        labelssrc: "@source",
        valuessrc: "@share",
        pullsrc: "@pull",
        hole: 0.56,
        marker: { colorssrc: "@color", line: { width: 2, color: "rgba(255,255,255,0.7)" } },
        texttemplate: "%{label}<br>%{value:.1f} %",
        textposition: "outside",
        sort: false,
        direction: "clockwise",
        hovertemplate: "%{label}: %{value:.1f} %<extra></extra>",
      },
    ],
    layout: page("Nine tenths home-made", "Sources of the city's electricity in 2022", {
      showlegend: false,
      annotations: [{ text: "1.9 TWh", x: 0.5, y: 0.5, showarrow: false, font: { size: 26 } }],
      margin: { l: 48, r: 48, t: 116, b: 56 },
    }),
  };
}
