import { bell, Random, round, spread, times } from "./random.ts";
import { axis, ink, key, page, scale, scene, type Columns, type Sketch } from "./sketch.ts";

/** A physics laboratory: fields, flows and attractors in three dimensions, and what lies on the benches. */
export function lab(): Sketch[] {
  return [lorenz(), antenna(), dipole(), vortex(), orbital(), cloud(), shell(), airfoil(), alloys()];
}

const places = { xsrc: "@x", ysrc: "@y", zsrc: "@z" };
const flow = { usrc: "@u", vsrc: "@v", wsrc: "@w" };
const bare = { showticklabels: false, title: { text: "" } };
const flat = { l: 0, r: 0, t: 72, b: 0 };
const dusk = scale("#23375f", "#2f7f9e", "#7fb69a", "#e8c268", "#d9663b");

/** The points of an `n`×`n`×`n` lattice from -reach to reach, and functions of them, as columns. */
function lattice(
  n: number,
  reach: number,
  fields: { readonly [name: string]: (x: number, y: number, z: number) => number },
): Columns {
  const ticks = spread(n, -reach, reach);
  const points = ticks.flatMap((x) => ticks.flatMap((y) => ticks.map((z) => [x, y, z] as const)));
  return {
    ...Object.fromEntries(["x", "y", "z"].map((name, at) => [name, points.map((point) => round(point[at] ?? 0, 3))])),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, f]) => [name, points.map((point) => round(f(...point), 3))]),
    ),
  };
}

function lorenz(): Sketch {
  let [x, y, z] = [0.1, 0, 20];
  const path = times(9000, () => {
    [x, y, z] = [x + 0.006 * 10 * (y - x), y + 0.006 * (x * (28 - z) - y), z + 0.006 * (x * y - 2.667 * z)];
    return [x, y, z];
  }).filter((_, index) => index > 300 && index % 2 === 0);
  return {
    filename: "lorenz-attractor",
    created: "2019-09-03T18:00",
    views: 49620,
    quality: 10,
    feed: true,
    columns: {
      ...Object.fromEntries(["x", "y", "z"].map((name, at) => [name, path.map((point) => round(point[at] ?? 0))])),
      time: path.map((_, index) => round(index * 0.012)),
    },
    data: [
      {
        type: "scatter3d",
        mode: "lines",
        xsrc: "@x",
        ysrc: "@y",
        zsrc: "@z",
        line: { colorsrc: "@time", colorscale: dusk, width: 3 },
        hovertemplate: "t = %{line.color:.1f}<extra></extra>",
      },
    ],
    layout: page("The butterfly that started it", "Lorenz system, σ = 10, ρ = 28, β = 8/3; colour runs with time", {
      scene: scene(1.2, -1.35, 0.15, { xaxis: axis("x"), yaxis: axis("y"), zaxis: axis("z") }),
      margin: flat,
    }),
  };
}

function antenna(): Sketch {
  const sweep = (resistance: number, q: number, loop: number): number[][] =>
    spread(121, 0.9, 1.1).map((f) => {
      const detune = q * (f - 1 / f);
      const wobble = loop / (1 + (detune - 1.6) ** 2);
      return [resistance / (1 + detune ** 2) + wobble, (-resistance * detune) / (1 + detune ** 2) + 0.35 - wobble];
    });
  const runs: [string, string, number[][]][] = [
    ["Bare patch", ink.slate, sweep(2.3, 11, 0)],
    ["With slot", ink.amber, sweep(1.5, 7, 0.35)],
    ["Matched", ink.sea, sweep(1.05, 4, 0.18)],
  ];
  return {
    filename: "patch-antenna-smith",
    created: "2022-12-02T11:11",
    views: 1520,
    quality: 7,
    columns: Object.fromEntries(
      runs.flatMap(([name, , points]) =>
        ["R", "X"].map((part, at) => [`${name} ${part}`, points.map((point) => round(point[at] ?? 0, 3))]),
      ),
    ),
    data: runs.map(([name, color]) => ({
      type: "scattersmith",
      mode: "lines+markers",
      name,
      realsrc: `@${name} R`,
      imagsrc: `@${name} X`,
      line: { color, width: 2.5 },
      marker: { size: 4 },
    })),
    layout: page("A slot brings the patch to match", "Normalised input impedance, 2.2-2.7 GHz", {
      legend: { x: 0.98, xanchor: "right", y: 0.95 },
      margin: { l: 48, r: 48, t: 104, b: 40 },
    }),
  };
}

function dipole(): Sketch {
  const near = (x: number, y: number, z: number): number =>
    Math.hypot(x, y, z - 0.35) ** -3 - Math.hypot(x, y, z + 0.35) ** -3;
  const toward = (x: number, y: number, z: number): number =>
    (z - 0.35) / Math.hypot(x, y, z - 0.35) ** 3 - (z + 0.35) / Math.hypot(x, y, z + 0.35) ** 3;
  const squash = (value: number, x: number, y: number, z: number): number =>
    value / Math.hypot(near(x, y, z) * Math.hypot(x, y), toward(x, y, z)) ** 0.65;
  return {
    filename: "dipole-field",
    created: "2020-06-25T15:15",
    views: 3870,
    quality: 6,
    columns: lattice(8, 1.4, {
      u: (x, y, z) => squash(near(x, y, z) * x, x, y, z),
      v: (x, y, z) => squash(near(x, y, z) * y, x, y, z),
      w: (x, y, z) => squash(toward(x, y, z), x, y, z),
    }),
    data: [
      {
        type: "cone",
        ...places,
        ...flow,
        colorscale: dusk,
        sizemode: "scaled",
        sizeref: 1.1,
        colorbar: key("Strength (root scale)", 0.6),
        hoverinfo: "norm",
      },
    ],
    layout: page("Two charges and their field", "Cones point along the field of a dipole", {
      scene: scene(1.35, 1.35, 0.5, { xaxis: bare, yaxis: bare, zaxis: bare }),
      margin: flat,
    }),
  };
}

function vortex(): Sketch {
  const starts = times(24, (index) => (index / 24) * 2 * Math.PI);
  return {
    filename: "vortex-tubes",
    created: "2021-10-14T13:37",
    views: 2940,
    quality: 7,
    columns: {
      ...lattice(13, 1, {
        u: (x, y) => -2.2 * y * Math.exp(-x * x - y * y) - 0.25 * x,
        v: (x, y) => 2.2 * x * Math.exp(-x * x - y * y) - 0.25 * y,
        w: (x, y, z) => 0.25 + 0.5 * bell(Math.hypot(x, y), 0, 0.45) * (1.3 + z),
      }),
      "start x": starts.map((angle, index) => round((index % 2 ? 0.85 : 0.4) * Math.cos(angle))),
      "start y": starts.map((angle, index) => round((index % 2 ? 0.85 : 0.4) * Math.sin(angle))),
      "start z": starts.map(() => -0.99),
    },
    data: [
      {
        type: "streamtube",
        ...places,
        ...flow,
        starts: { xsrc: "@start x", ysrc: "@start y", zsrc: "@start z" },
        sizeref: 1.1,
        maxdisplayed: 2500,
        colorscale: dusk,
        colorbar: key("Speed (m/s)", 0.6),
      },
    ],
    layout: page("Water down the drain, upside down", "Streamlines of a draining vortex", {
      scene: scene(1.3, -1.2, 0.7, { xaxis: bare, yaxis: bare, zaxis: bare }),
      margin: flat,
    }),
  };
}

function orbital(): Sketch {
  return {
    filename: "orbital-3d-z2",
    created: "2023-07-07T07:07",
    views: 8240,
    quality: 8,
    columns: lattice(26, 10, {
      value: (x, y, z) => ((3 * z * z - (x * x + y * y + z * z)) * Math.exp(-Math.hypot(x, y, z) / 1.9)) / 3,
    }),
    data: [
      {
        type: "isosurface",
        ...places,
        valuesrc: "@value",
        isomin: -0.55,
        isomax: 0.55,
        surface: { count: 2 },
        opacity: 0.75,
        caps: { x: { show: false }, y: { show: false }, z: { show: false } },
        colorscale: scale(ink.amber, "#f1e3c8", ink.sea),
        showscale: false,
        lighting: { ambient: 0.6, diffuse: 0.7, specular: 0.3 },
        hoverinfo: "skip",
      },
    ],
    layout: page("An electron in 3d<sub>z²</sub>", "Surfaces of equal amplitude, both signs; axes in Bohr radii", {
      scene: scene(1.5, 1.25, 0.6, { xaxis: axis("x"), yaxis: axis("y"), zaxis: axis("z") }),
      margin: flat,
    }),
  };
}

function cloud(): Sketch {
  return {
    filename: "plasma-density",
    created: "2024-08-15T16:16",
    views: 1105,
    quality: 6,
    columns: lattice(24, 1.5, {
      density: (x, y, z) => {
        const [around, turn] = [Math.hypot(x, y) - 0.9, 2.5 * Math.atan2(y, x)];
        return bell(Math.hypot(around, z), 0, 0.3) * (0.75 + 0.35 * Math.sin(turn * 2 + 3 * z));
      },
    }),
    data: [
      {
        type: "volume",
        ...places,
        valuesrc: "@density",
        isomin: 0.15,
        isomax: 0.95,
        opacity: 0.13,
        surface: { count: 14 },
        caps: { x: { show: false }, y: { show: false }, z: { show: false } },
        colorscale: scale("#4b3b8f", "#8a5a9e", "#c65d7b", "#e0913a", "#f6d77a"),
        colorbar: key("Density (10²⁰ m⁻³)", 0.6),
        hoverinfo: "skip",
      },
    ],
    layout: page("A ring of plasma", "Electron density in a small tokamak", {
      scene: scene(1.05, 1.05, 0.85, { xaxis: bare, yaxis: bare, zaxis: bare, aspectmode: "cube" }),
      margin: flat,
    }),
  };
}

function shell(): Sketch {
  const [along, around] = [150, 28];
  const points = times(along * around, (index) => {
    const [turn, angle] = [
      (Math.floor(index / around) / (along - 1)) * 6.4 * Math.PI,
      ((index % around) / around) * 2 * Math.PI,
    ];
    const size = Math.exp(0.13 * (turn - 20));
    const [reach, height] = [size * (1 + 0.82 * Math.cos(angle)), size * (0.82 * Math.sin(angle) - 2.1)];
    return [reach * Math.cos(turn), reach * Math.sin(turn), height, Math.sin(turn * 7) * 0.5 + turn / 12];
  });
  const faces = times((along - 1) * around, (index) => {
    const next = index % around === around - 1 ? index + 1 - around : index + 1;
    return [
      [index, next, index + around],
      [next, next + around, index + around],
    ];
  }).flat();
  const corner = (at: number): number[] => faces.map((face) => face[at] ?? 0);
  const side = (at: number): number[] => points.map((point) => round(point[at] ?? 0, 3));
  return {
    filename: "sea-shell",
    created: "2022-08-09T20:20",
    views: 17330,
    quality: 9,
    columns: { x: side(0), y: side(1), z: side(2), band: side(3), i: corner(0), j: corner(1), k: corner(2) },
    data: [
      {
        type: "mesh3d",
        ...places,
        isrc: "@i",
        jsrc: "@j",
        ksrc: "@k",
        intensitysrc: "@band",
        colorscale: scale("#7c5a4a", "#c98f6b", "#f0d9b8", "#d9a07c", "#f6ead7"),
        showscale: false,
        lighting: { ambient: 0.5, diffuse: 0.8, specular: 0.35, roughness: 0.4 },
        hoverinfo: "skip",
      },
    ],
    layout: page("A shell from four numbers", "Raup's spiral: growth, reach, lift and the shape of the mouth", {
      scene: scene(0.9, -1.35, 0.45, {
        aspectmode: "data",
        xaxis: { visible: false },
        yaxis: { visible: false },
        zaxis: { visible: false },
      }),
      margin: flat,
    }),
  };
}

function airfoil(): Sketch {
  const [turns, layers] = [73, 16];
  const cells = times(turns * layers, (index) => {
    const [angle, out] = [(Math.floor(index / layers) / (turns - 1)) * 2 * Math.PI, (index % layers) / (layers - 1)];
    const [cx, cy, radius] = [-0.09, 0.1, Math.hypot(1.09, 0.1)];
    const reach = radius * (1.004 + 1.1 * out ** 1.4);
    const [re, im] = [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)];
    const square = re * re + im * im;
    const lift = 2 * Math.sin(0.14 + Math.asin(0.1 / radius)) * radius;
    const ratio = (radius / reach) ** 2;
    const along = (1 - ratio) * Math.cos(angle - 0.14);
    const across = -(1 + ratio) * Math.sin(angle - 0.14) - lift / reach;
    const stretch = Math.hypot(1 - (re * re - im * im) / square ** 2, (2 * re * im) / square ** 2);
    const pressure = 1 - (along ** 2 + across ** 2) / Math.max(stretch, 0.25) ** 2;
    return [
      round(angle, 4),
      round(out, 4),
      round(re * (1 + 1 / square), 4),
      round(im * (1 - 1 / square), 4),
      round(Math.max(pressure, -4), 3),
    ];
  });
  const side = (at: number): number[] => cells.map((cell) => cell[at] ?? 0);
  const quiet = { showticklabels: "none", showgrid: false, title: { text: "" }, startline: false, endline: false };
  return {
    filename: "airfoil-pressure",
    created: "2020-09-21T09:21",
    views: 6660,
    quality: 8,
    columns: {
      angle: side(0),
      out: side(1),
      x: side(2),
      y: side(3),
      pressure: side(4),
      "probe angle": spread(9, 0.5, 2.9),
      "probe out": times(9, () => 0.06),
    },
    data: [
      {
        type: "carpet",
        carpet: "wing",
        asrc: "@angle",
        bsrc: "@out",
        xsrc: "@x",
        ysrc: "@y",
        aaxis: quiet,
        baxis: quiet,
      },
      {
        type: "contourcarpet",
        carpet: "wing",
        asrc: "@angle",
        bsrc: "@out",
        zsrc: "@pressure",
        colorscale: scale("#7b3f8c", "#c65d7b", "#e9b27c", "#f3efe2", "#8dbdcd", "#23688a"),
        contours: { start: -2.6, end: 1, size: 0.2 },
        line: { width: 0.4, color: "rgba(60,60,60,0.5)" },
        colorbar: key("Pressure coefficient", 0.8),
      },
      {
        type: "scattercarpet",
        carpet: "wing",
        name: "Probes",
        asrc: "@probe angle",
        bsrc: "@probe out",
        mode: "markers",
        marker: { size: 8, color: ink.amber, line: { width: 1, color: "#ffffff" } },
      },
    ],
    layout: page("Why it flies", "Pressure about a Joukowski wing at 8°; dots mark the probes", {
      xaxis: { showgrid: false, zeroline: false, showticklabels: false, range: [-3.1, 3.1] },
      yaxis: { showgrid: false, zeroline: false, showticklabels: false, scaleanchor: "x" },
      margin: { l: 24, r: 36, t: 88, b: 24 },
    }),
  };
}

function alloys(): Sketch {
  const random = new Random(521);
  const samples = times(140, () => {
    const [copper, heat] = [random.between(0.5, 6), random.between(120, 240)];
    const strength = 210 + 38 * copper + 120 * bell(heat, 178, 26) + random.normal(0, 16);
    return [
      copper,
      random.between(0.2, 2.4),
      heat,
      strength,
      28 - strength / 24 + random.normal(0, 1.3),
      58 - 3.2 * copper + random.normal(0, 1.4),
    ];
  });
  const labels = ["Copper (%)", "Magnesium (%)", "Ageing (°C)", "Strength (MPa)", "Elongation (%)", "Conductivity (%)"];
  return {
    filename: "aluminium-alloys",
    created: "2024-04-23T10:42",
    views: 790,
    quality: 6,
    columns: { strength: samples.map((sample) => round(sample[3] ?? 0, 0)) },
    data: [
      {
        type: "parcoords",
        dimensions: labels.map((label, at) => ({
          label,
          values: samples.map((sample) => round(sample[at] ?? 0, at < 2 ? 2 : 0)),
          ...(at === 3 ? { constraintrange: [430, 520] } : {}),
        })),
        line: { colorsrc: "@strength", colorscale: dusk, showscale: false },
      },
    ],
    layout: page("The recipe for a strong sheet", "140 trial melts; drag along an axis to choose", {
      margin: { l: 72, r: 84, t: 160, b: 40 },
    }),
  };
}
