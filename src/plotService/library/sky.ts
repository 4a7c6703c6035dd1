import { Random, round, times } from "./random.ts";
import { axis, ink, page, scale, scene, type Sketch } from "./sketch.ts";

/** The night sky: stars, planets, comets, a variable and a galaxy. */
export function sky(): Sketch[] {
  return [stars(), comets(), variable(), planets(), galaxy()];
}

const starlight = scale("#9db8ff", "#cfdcff", "#fff4e0", "#ffd08a", "#f08a4b", "#c9472f");

function stars(): Sketch {
  const random = new Random(101);
  const catalogue = times(5000, () => {
    const kind = random.weighted([0.86, 0.09, 0.05]);
    if (kind === 1) {
      const color = random.normal(1.12, 0.17);
      return [color, 3.6 - 2.7 * color + random.normal(0, 0.75), 1.5];
    }
    const color = -0.25 + 1.95 * random.next() ** (kind === 2 ? 2.2 : 0.8);
    if (kind === 2) return [color * 0.7, 10.6 + 4.4 * color * 0.7 + random.normal(0, 0.35), 2];
    return [
      color,
      0.8 + 9 * color - 6.8 * color ** 2 + 3.1 * color ** 3 - 1.1 * Math.exp(-9 * color - 2) + random.normal(0, 0.38),
      0,
    ];
  });
  return {
    filename: "hertzsprung-russell",
    created: "2022-10-08T21:47",
    views: 41230,
    quality: 10,
    feed: true,
    columns: {
      "B-V": catalogue.map(([color]) => round(color ?? 0, 3)),
      magnitude: catalogue.map(([, magnitude]) => round(magnitude ?? 0)),
      size: catalogue.map(([, magnitude, extra]) =>
        round(Math.max(2.5, 6 - 0.3 * (magnitude ?? 0)) + (extra ?? 0) * 0.4, 1),
      ),
    },
    data: [
      {
        type: "scattergl",
        mode: "markers",
        xsrc: "@B-V",
        ysrc: "@magnitude",
        marker: {
          sizesrc: "@size",
          colorsrc: "@B-V",
          colorscale: starlight,
          cmin: -0.3,
          cmax: 1.7,
          opacity: 0.8,
          line: { width: 0 },
        },
        hovertemplate: "B-V %{x:.2f}, M<sub>V</sub> %{y:.1f}<extra></extra>",
      },
    ],
    layout: page("Five thousand near stars", "Colour against absolute magnitude; hot stars left, bright stars up", {
      paper_bgcolor: "#0b1020",
      plot_bgcolor: "#0b1020",
      font: { color: "#c8d3ea" },
      xaxis: axis("Colour index B-V", { gridcolor: "#1d2740", range: [-0.45, 1.9] }),
      yaxis: axis("Absolute magnitude", { gridcolor: "#1d2740", range: [16.5, -3.5] }),
      annotations: [
        { x: 0.3, y: 5.6, text: "main sequence", textangle: 26 },
        { x: 1.62, y: -1.6, text: "giants" },
        { x: 0.02, y: 13.2, text: "white dwarfs" },
      ].map((note) => ({ ...note, showarrow: false, font: { color: "#7f8fb5", size: 13 } })),
    }),
  };
}

function comets(): Sketch {
  /** Semi-major axis (au), eccentricity, inclination and turn of the ellipse (degrees). */
  const orbits: [string, number, number, number, number, string][] = [
    ["Earth", 1, 0.017, 0, 0, ink.sea],
    ["Mars", 1.52, 0.093, 1.9, 60, ink.rose],
    ["Jupiter", 5.2, 0.048, 1.3, 15, ink.clay],
    ["Comet Halden", 3.4, 0.76, 22, 130, ink.moss],
    ["Comet Voss", 4.6, 0.87, 64, 250, ink.amber],
  ];
  const path = ([, size, e, tilt, turn]: (typeof orbits)[number]): [number, number, number][] =>
    times(181, (index) => {
      const angle = (index * Math.PI) / 90;
      const [x, y] = [size * (Math.cos(angle) - e), size * Math.sqrt(1 - e * e) * Math.sin(angle)];
      const [t, i] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
      const [flatX, flatY] = [x * Math.cos(t) - y * Math.sin(t), x * Math.sin(t) + y * Math.cos(t)];
      return [round(flatX, 3), round(flatY * Math.cos(i), 3), round(flatY * Math.sin(i), 3)];
    });
  return {
    filename: "comet-orbits",
    created: "2023-02-14T19:20",
    views: 15880,
    quality: 8,
    columns: Object.fromEntries([
      ...orbits.flatMap((orbit) => {
        const points = path(orbit);
        return ["x", "y", "z"].map((name, side) => [`${orbit[0]} ${name}`, points.map((point) => point[side] ?? 0)]);
      }),
      ["origin", [0]],
    ]),
    data: [
      ...orbits.map(([name, , , , , color], index) => ({
        type: "scatter3d",
        mode: "lines",
        name,
        xsrc: `@${name} x`,
        ysrc: `@${name} y`,
        zsrc: `@${name} z`,
        line: { color, width: index > 2 ? 5 : 3 },
        hovertemplate: "%{x:.2f}, %{y:.2f}, %{z:.2f} au",
      })),
      {
        type: "scatter3d",
        mode: "markers",
        name: "Sun",
        xsrc: "@origin",
        ysrc: "@origin",
        zsrc: "@origin",
        marker: { size: 9, color: "#f2b632" },
        hoverinfo: "name",
      },
    ],
    layout: page("Two comets cross the planets' plane", "Orbits in astronomical units, seen from above the ecliptic", {
      scene: scene(1.3, -1.45, 1.1, {
        aspectmode: "data",
        xaxis: axis("x (au)"),
        yaxis: axis("y (au)"),
        zaxis: axis("z (au)", { nticks: 4 }),
      }),
      margin: { l: 0, r: 0, t: 84, b: 0 },
      legend: { x: 0.98, xanchor: "right", y: 0.9 },
    }),
  };
}

function variable(): Sketch {
  const random = new Random(107);
  const observations = times(170, () => {
    const phase = random.next();
    const saw = phase < 0.14 ? 1 - phase / 0.14 : (phase - 0.14) / 0.86;
    return { phase, error: random.between(0.015, 0.05), light: 10.15 + 0.85 * saw ** 0.75 + random.normal(0, 0.03) };
  });
  const twice = [...observations, ...observations.map((point) => ({ ...point, phase: point.phase + 1 }))];
  return {
    filename: "rr-lyrae-folded",
    created: "2024-09-30T22:11",
    views: 870,
    quality: 7,
    columns: {
      phase: twice.map((point) => round(point.phase, 3)),
      magnitude: twice.map((point) => round(point.light, 3)),
      error: twice.map((point) => round(point.error, 3)),
    },
    data: [
      {
        type: "scatter",
        mode: "markers",
        xsrc: "@phase",
        ysrc: "@magnitude",
        error_y: { type: "data", arraysrc: "@error", thickness: 1, width: 0, color: "rgba(138,118,189,0.45)" },
        marker: { color: ink.plum, size: 6 },
        hovertemplate: "phase %{x:.2f}: %{y:.2f} mag<extra></extra>",
      },
    ],
    layout: page(
      "A star that breathes every 13 hours",
      "Brightness of an RR Lyrae star folded on its period, shown twice",
      {
        xaxis: axis("Phase", { range: [0, 2], dtick: 0.5 }),
        yaxis: axis("Magnitude", { autorange: "reversed" }),
      },
    ),
  };
}

function planets(): Sketch {
  const facts = {
    Planet: ["Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune"],
    "Distance (au)": [0.39, 0.72, 1, 1.52, 5.2, 9.58, 19.2, 30.1],
    "Year (Earth years)": [0.24, 0.62, 1, 1.88, 11.86, 29.4, 84, 164.8],
    "Day (hours)": [4222.6, 2802, 24, 24.7, 9.9, 10.7, 17.2, 16.1],
    "Gravity (m/s²)": [3.7, 8.9, 9.8, 3.7, 23.1, 9, 8.7, 11],
    Moons: [0, 0, 1, 2, 95, 146, 28, 16],
  };
  const names = Object.keys(facts).join(",");
  return {
    filename: "planets",
    created: "2021-04-11T10:03",
    views: 27600,
    quality: 5,
    columns: {
      ...facts,
      align: ["left", "right", "right", "right", "right", "right"],
      width: [1.3, 1.1, 1.4, 1.1, 1.2, 0.8],
    },
    data: [
      {
        type: "table",
        columnwidthsrc: "@width",
        header: { valuessrc: `@${names}?names`, alignsrc: "@align", height: 40, font: { size: 14 } },
        cells: { valuessrc: `@${names}`, alignsrc: "@align", height: 42, font: { size: 15 } },
      },
    ],
    layout: page("The eight planets", "Mean values, for a classroom wall", { margin: { l: 32, r: 32, t: 96, b: 16 } }),
  };
}

function galaxy(): Sketch {
  const random = new Random(113);
  const [width, height] = [180, 120];
  const rows = times(height, (row) =>
    times(width, (column) => {
      const [x, y] = [(column - width / 2) / 58, (row - height / 2) / 34];
      const [reach, angle] = [Math.hypot(x, y), Math.atan2(y, x)];
      const arm = (0.5 + 0.5 * Math.cos(2 * (angle - 3.1 * Math.log(reach + 0.12)))) ** 2.2 * Math.exp(-1.6 * reach);
      const core = Math.exp(-7 * reach);
      const haze = Math.exp(-2.4 * reach);
      const star = random.next() > 0.991 ? random.between(60, 190) : 0;
      const knot = arm * (random.next() > 0.9 ? 1.5 : 1);
      const tint = (red: number, green: number): number =>
        Math.min(255, Math.round(red + green + star + random.between(0, 7)));
      return [
        tint(8 + 250 * core, 95 * haze + 150 * knot),
        tint(10 + 225 * core, 80 * haze + 165 * knot),
        tint(24 + 170 * core, 85 * haze + 260 * knot),
      ];
    }),
  );
  return {
    filename: "spiral-galaxy",
    created: "2025-01-19T23:32",
    views: 22040,
    quality: 9,
    feed: true,
    columns: { pixels: rows },
    data: [{ type: "image", zsrc: "@pixels", colormodel: "rgb", zsmooth: "fast", hoverinfo: "x+y" }],
    layout: page("First light of the new camera", "A tilted spiral, stack of forty exposures", {
      xaxis: { visible: false, constrain: "domain" },
      yaxis: { visible: false },
      margin: { l: 24, r: 24, t: 84, b: 24 },
    }),
  };
}
