import { ink } from "../making/colors.ts";
import { columnsOf, from } from "../making/columns.ts";
import { frame, map } from "../making/layout.ts";
import { round, times } from "../making/numbers.ts";
import { Random } from "../making/random.ts";
import type { Sketch } from "../making/sketch.ts";
import { archipelago } from "./islands.ts";

/**
 * Plots as Chart Studio kept them in the summer of 2019: titles as strings, `titlefont`, a stored `fit` transform,
 * Mapbox subplots, and only what the editor wrote. They show what migration is for.
 */
export function archive(): Sketch[] {
  return [orchestra(), ratings(), reactions(), seedlings(), lighthouses(), beehives()];
}

function orchestra(): Sketch {
  const seats: [string, string, number][] = [
    ["Orchestra", "", 0],
    ["Strings", "Orchestra", 0],
    ["Woodwind", "Orchestra", 0],
    ["Brass", "Orchestra", 0],
    ["Percussion", "Orchestra", 5],
    ["Violins", "Strings", 30],
    ["Violas", "Strings", 12],
    ["Cellos", "Strings", 10],
    ["Basses", "Strings", 8],
    ["Flutes", "Woodwind", 4],
    ["Oboes", "Woodwind", 3],
    ["Clarinets", "Woodwind", 4],
    ["Bassoons", "Woodwind", 3],
    ["Horns", "Brass", 5],
    ["Trumpets", "Brass", 4],
    ["Trombones", "Brass", 3],
    ["Tuba", "Brass", 1],
  ];
  return {
    filename: "orchestra_sunburst",
    created: "2019-06-17T21:48",
    views: 126,
    quality: 3,
    columns: columnsOf(seats, "labels", "parents", "values"),
    data: [
      {
        uid: "4c81de",
        type: "sunburst",
        marker: { line: { width: 2 } },
        ...from({ labels: "labels", values: "values", parents: "parents" }),
        outsidetextfont: { size: 20, color: "#377eb8" },
      },
    ],
    layout: { margin: { b: 0, l: 0, r: 0, t: 0 }, sunburstcolorway: [ink.rose, ink.moss, ink.amber, ink.plum] },
  };
}

function ratings(): Sketch {
  const random = new Random(809);
  const books = times(64, () => {
    const rating = random.between(2.4, 4.8);
    return [rating, 640 * rating - 1180 + random.normal(0, 310)];
  });
  return {
    filename: "rating-loans",
    created: "2019-06-17T20:31",
    views: 44,
    quality: 2,
    columns: {
      rating: books.map(([rating]) => round(rating ?? 0)),
      loans: books.map(([, loans]) => Math.max(12, round(loans ?? 0, 0))),
    },
    data: [
      {
        uid: "0f72e7",
        mode: "markers",
        name: "books",
        type: "scatter",
        ...from({ x: "rating", y: "loans" }),
        marker: { size: 9, color: ink.sea },
      },
      {
        uid: "a433fd",
        name: "linear",
        line: { color: ink.amber, width: 3 },
        transforms: [
          {
            rms: "",
            type: "fit",
            inputUid: "0f72e7",
            regressor: "x",
            parameters: [
              { hold: false, name: "m", error: 57.4, value: 640.2 },
              { hold: false, name: "b", error: 209.8, value: -1180.5 },
            ],
            regressand: "y",
            correlation: "",
            fitfunction: "m*x + b",
            inputxrange: [],
            outputxrange: [],
            interpolation: 50,
          },
        ],
      },
    ],
    frames: [],
    layout: {
      title: "Do good books go out more often?",
      titlefont: { size: 20 },
      xaxis: { type: "linear", title: "Rating", autorange: true },
      yaxis: { type: "linear", title: "Loans in a year", titlefont: { size: 14 }, autorange: true },
      legend: { x: 0.02, y: 0.98 },
      autosize: true,
      hovermode: "closest",
    },
  };
}

function reactions(): Sketch {
  const random = new Random(811);
  const draw = (mean: number): number[] =>
    times(300, () => round(mean + random.normal(0, 24) - 38 * Math.log(1 - random.next()), 0));
  return {
    filename: "reaction times",
    created: "2019-07-02T13:05",
    views: 871,
    quality: 4,
    columns: { rested: draw(228), tired: draw(268) },
    data: [
      {
        uid: "9d1a40",
        type: "histogram",
        name: "rested",
        xsrc: "@rested",
        opacity: 0.7,
        autobinx: true,
        nbinsx: 40,
        marker: { color: ink.sea },
      },
      {
        uid: "51b7c2",
        type: "histogram",
        name: "after a night shift",
        xsrc: "@tired",
        opacity: 0.7,
        autobinx: true,
        nbinsx: 40,
        marker: { color: ink.rose },
      },
    ],
    layout: {
      title: "Reaction times of nurses",
      barmode: "overlay",
      xaxis: { title: "Milliseconds" },
      yaxis: { title: "Trials" },
      legend: { x: 0.98, y: 0.98, xanchor: "right" },
    },
  };
}

function seedlings(): Sketch {
  const random = new Random(821);
  const beds = ["Sand", "Loam", "Peat", "Compost"];
  return {
    filename: "seedlings box",
    created: "2019-07-09T09:30",
    views: 310,
    quality: 5,
    columns: Object.fromEntries(
      beds.map((bed, at) => [
        bed,
        times(34, () => round(random.normal(6 + 2.1 * at - 0.3 * at * at, 1.1 + at * 0.3), 1)),
      ]),
    ),
    data: beds.map((bed, at) => ({
      type: "box",
      name: bed,
      ysrc: `@${bed}`,
      boxmean: true,
      boxpoints: "all",
      jitter: 0.4,
      pointpos: 0,
      marker: { size: 4, color: [ink.amber, ink.clay, ink.plum, ink.moss][at] ?? ink.slate },
    })),
    layout: {
      title: "Height of seedlings after three weeks",
      titlefont: { size: 19 },
      showlegend: false,
      yaxis: { title: "Height (cm)", zeroline: false },
    },
  };
}

function lighthouses(): Sketch {
  return {
    filename: "lighthouses",
    created: "2019-08-14T19:59",
    views: 1940,
    quality: 5,
    columns: {
      lat: [58.405, 58.345, 58.288, 58.252, 58.43, 58.31],
      lon: [11.02, 11.14, 11.09, 11.2, 11.395, 11.36],
      name: ["Yttergrund", "Asknabben", "Måsögrund", "Sillhall", "Norra grynnan", "Lilla Berg"],
      reach: [34, 18, 24, 16, 12, 14],
    },
    data: [
      {
        type: "scattermapbox",
        mode: "markers",
        ...from({ lat: "lat", lon: "lon", text: "name" }),
        marker: { sizesrc: "@reach", color: "#d9663b", opacity: 0.85 },
        hoverinfo: "text",
      },
    ],
    layout: {
      title: "Lights of the archipelago, sized by reach",
      mapbox: map({ lat: 58.345, lon: 11.27 }, 9.5, archipelago()),
      margin: frame(0, 64),
      hovermode: "closest",
    },
  };
}

function beehives(): Sketch {
  const hives = {
    Hive: ["Oak", "Lime", "Wall", "Stream", "Loft"],
    Queen: [2017, 2018, 2018, 2016, 2019],
    "Honey (kg)": [31.5, 24, 27.2, 18.4, 9.1],
    Temper: ["calm", "calm", "brisk", "cross", "calm"],
  };
  return {
    filename: "plot from API (3)",
    created: "2019-06-18T07:12",
    views: 0,
    quality: 1,
    columns: hives,
    data: [
      {
        uid: "c0ffee",
        type: "table",
        header: {
          valuessrc: "@?names",
          fill: { color: ink.amber },
          font: { size: 15, color: "#33271a" },
          height: 36,
        },
        cells: { valuessrc: "@", height: 34, font: { size: 14 } },
      },
    ],
    layout: { title: "Five hives, summer 2019", margin: frame(48, 80, 24) },
  };
}
