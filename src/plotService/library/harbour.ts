import type { JsonObject } from "../../figure/model/figure.ts";
import { bell, dates, Random, round, spread, times } from "./random.ts";
import { axis, ink, key, legendAbove, page, scale, type Sketch } from "./sketch.ts";
import { archipelago, ferryLines } from "./islands.ts";

/** The sea off an invented coast: tides, ferries, wind, streams and swell. */
export function harbour(): Sketch[] {
  return [tides(), ferries(), traffic(), wind(), stream(), swell()];
}

const level = (hour: number): number =>
  1.35 * Math.cos((2 * Math.PI * (hour - 3.1)) / 12.4206) +
  0.42 * Math.cos((2 * Math.PI * (hour - 3.1)) / 12) +
  0.21 * Math.cos((2 * Math.PI * (hour - 7)) / 25.8193);

function tides(): Sketch {
  const random = new Random(11);
  const moments = dates("2024-03-04 00:00", 7 * 48, 0.5);
  const tops = times(7 * 48, (index) => index).filter((index) => {
    const hour = index / 2;
    return level(hour) > 0 && level(hour) >= level(hour - 0.5) && level(hour) > level(hour + 0.5);
  });
  return {
    filename: "tide-gauge-week",
    created: "2024-03-12T08:14",
    views: 18240,
    quality: 9,
    feed: true,
    columns: {
      time: moments,
      predicted: moments.map((_, index) => round(level(index / 2))),
      measured: moments.map((_, index) =>
        round(level(index / 2) + 0.28 * bell(index / 2, 100, 16) + random.normal(0, 0.035)),
      ),
      "high water": tops.map((index) => moments[index] ?? ""),
      height: tops.map((index) => round(level(index / 2) + 0.12)),
      label: tops.map((index) => `${level(index / 2).toFixed(1)} m`),
    },
    data: [
      {
        type: "scatter",
        name: "Predicted",
        xsrc: "@time",
        ysrc: "@predicted",
        mode: "lines",
        fill: "tozeroy",
        fillcolor: "rgba(47,127,158,0.22)",
        line: { color: ink.sea, width: 2, shape: "spline" },
        hovertemplate: "%{y:.2f} m",
      },
      {
        type: "scatter",
        name: "Gauge",
        xsrc: "@time",
        ysrc: "@measured",
        mode: "markers",
        marker: { color: ink.amber, size: 3.5 },
        hovertemplate: "%{y:.2f} m",
      },
      {
        type: "scatter",
        xsrc: "@high water",
        ysrc: "@height",
        textsrc: "@label",
        mode: "text",
        textposition: "top center",
        hoverinfo: "skip",
        showlegend: false,
      },
    ],
    layout: page("A storm surge rides on the tide", "Water level at Linnea quay above chart mean, 4-10 March 2024", {
      hovermode: "x unified",
      legend: legendAbove,
      xaxis: axis("", { tickformat: "%a %-d", dtick: 86400000, showgrid: false }),
      yaxis: axis("Level (m)", { range: [-2.2, 2.6], zeroline: true, dtick: 1 }),
      shapes: [
        {
          type: "rect",
          xref: "x",
          yref: "paper",
          x0: "2024-03-07 12:00",
          x1: "2024-03-08 20:00",
          y0: 0,
          y1: 1,
          line: { width: 0 },
          fillcolor: "rgba(224,145,58,0.13)",
          label: { text: "gale from the south-west", textposition: "bottom center", font: { size: 11 } },
        },
      ],
    }),
  };
}

const chart = (centre: JsonObject, zoom: number): JsonObject => ({
  style: "white-bg",
  center: centre,
  zoom,
  layers: archipelago(),
});

function ferries(): Sketch {
  const lines = ferryLines();
  return {
    filename: "ferry-crossings",
    created: "2024-06-21T15:02",
    views: 9312,
    quality: 8,
    feed: true,
    columns: Object.fromEntries(
      lines.flatMap((line) => [
        [`${line.name} lat`, line.lat],
        [`${line.name} lon`, line.lon],
      ]),
    ),
    data: lines.map((line, index) => ({
      type: "scattermap",
      name: line.name,
      latsrc: `@${line.name} lat`,
      lonsrc: `@${line.name} lon`,
      mode: "lines+markers",
      line: { width: 3, color: [ink.sea, ink.amber, ink.rose, ink.plum][index] ?? ink.slate },
      marker: { size: 5 },
      hovertemplate: "%{lat:.3f}° N, %{lon:.3f}° E<extra>%{fullData.name}</extra>",
    })),
    layout: page(
      "Four lines, nineteen islands",
      "Summer ferries of the Linnea archipelago, positions every five minutes",
      {
        map: chart({ lat: 58.345, lon: 11.3 }, 9.55),
        margin: { l: 0, r: 0, t: 84, b: 0 },
        legend: { x: 0.02, y: 0.02, yanchor: "bottom", bgcolor: "rgba(255,255,255,0.85)", font: { color: "#33424d" } },
      },
    ),
  };
}

function traffic(): Sketch {
  const random = new Random(23);
  const tracks = ferryLines().flatMap((line) =>
    times(420, () => {
      const step = Math.floor(random.next() * line.lat.length);
      return [
        round((line.lat[step] ?? 0) + random.normal(0, 0.008), 4),
        round((line.lon[step] ?? 0) + random.normal(0, 0.014), 4),
      ];
    }),
  );
  return {
    filename: "vessel-density",
    created: "2024-07-02T09:40",
    views: 2750,
    quality: 6,
    columns: { lat: tracks.map(([lat]) => lat ?? 0), lon: tracks.map(([, lon]) => lon ?? 0) },
    data: [
      {
        type: "densitymap",
        latsrc: "@lat",
        lonsrc: "@lon",
        radius: 9,
        zmin: 0,
        zmax: 1.6,
        opacity: 0.8,
        colorscale: scale("rgba(47,127,158,0)", "#2f7f9e", "#6cb59b", "#f2d16b", "#e0703a"),
        showscale: false,
        hoverinfo: "skip",
      },
    ],
    layout: page("Where the sound is crowded", "Position reports of small vessels, one Saturday in July", {
      map: chart({ lat: 58.345, lon: 11.3 }, 9.55),
      margin: { l: 0, r: 0, t: 84, b: 0 },
    }),
  };
}

function wind(): Sketch {
  const names = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];
  const bands = ["0-4 m/s", "4-8 m/s", "8-12 m/s", "12-16 m/s", "over 16 m/s"];
  const share = (direction: number, band: number): number => {
    const toward = (centre: number): number => Math.cos(((direction - centre) * Math.PI) / 8);
    const calm = Math.exp(0.9 * toward(10) + 0.5 * toward(3)) * [1, 1.5, 1.1, 0.55, 0.2][band]!;
    return round(calm * Math.exp(0.35 * band * (toward(10.5) - 1)));
  };
  return {
    filename: "wind-rose-2023",
    created: "2024-01-05T11:31",
    views: 12077,
    quality: 8,
    columns: {
      direction: names,
      ...Object.fromEntries(bands.map((band, index) => [band, names.map((_, direction) => share(direction, index))])),
    },
    data: bands.map((band, index) => ({
      type: "barpolar",
      name: band,
      thetasrc: "@direction",
      rsrc: `@${band}`,
      marker: { color: ["#c9dfe6", "#8dbdcd", "#4f96b1", "#23688a", "#e0913a"][index] ?? ink.sea },
      hovertemplate: "%{theta}, %{fullData.name}: %{r:.1f} %<extra></extra>",
    })),
    layout: page("It blows from the south-west", "Share of hours in 2023 by direction and speed, Linnea light", {
      polar: {
        angularaxis: { direction: "clockwise", rotation: 90 },
        radialaxis: { ticksuffix: " %", angle: 90, tickangle: 90, nticks: 5 },
        bargap: 0.06,
      },
      legend: { title: { text: "Wind speed" }, traceorder: "normal", x: 0.98, xanchor: "right", y: 0.5 },
      margin: { l: 40, r: 40, t: 104, b: 48 },
    }),
  };
}

function stream(): Sketch {
  const columns = { x: [] as number[], y: [] as number[], u: [] as number[], v: [] as number[], speed: [] as number[] };
  for (const y of spread(13, 0, 3)) {
    for (const x of spread(22, 0, 6)) {
      const island = Math.hypot(x - 2.6, y - 1.5);
      if (island < 0.5) continue;
      const angle = 2 * Math.atan2(y - 1.5, x - 2.6);
      const block = 0.25 / island ** 2;
      const u = 1 - block * Math.cos(angle) - 0.35 * bell(y, 0, 0.5) - 0.35 * bell(y, 3, 0.5);
      const v = -block * Math.sin(angle) + 0.18 * Math.sin(1.4 * x) * bell(y, 1.5, 1) * (x > 3 ? 1 : 0.3);
      for (const [name, value] of Object.entries({ x, y, u, v, speed: 1.4 * Math.hypot(u, v) })) {
        columns[name as keyof typeof columns].push(round(value, 3));
      }
    }
  }
  return {
    filename: "stream-round-the-skerry",
    created: "2025-05-18T16:48",
    views: 640,
    quality: 7,
    columns,
    data: [
      {
        type: "quiver",
        xsrc: "@x",
        ysrc: "@y",
        usrc: "@u",
        vsrc: "@v",
        lengthfactor: 1.3,
        anchor: "center",
        marker: {
          colorsrc: "@speed",
          colorscale: scale("#9cc7d6", "#4f96b1", "#2f6f9f", "#8a5a9e", "#e0703a"),
          colorbar: key("Speed (kn)"),
          showscale: true,
        },
        hovertemplate: "%{x:.1f} km, %{y:.1f} km<extra></extra>",
      },
    ],
    layout: page("The stream parts at the skerry", "Surface current two hours after high water", {
      xaxis: axis("East (km)", { showgrid: false, range: [-0.3, 6.3], constrain: "domain" }),
      yaxis: axis("North (km)", { showgrid: false, scaleanchor: "x", range: [-0.3, 3.3] }),
      shapes: [
        { type: "circle", x0: 2.2, x1: 3, y0: 1.1, y1: 1.9, fillcolor: "#b9a98a", line: { width: 0 }, layer: "below" },
      ],
    }),
  };
}

function swell(): Sketch {
  const random = new Random(31);
  const waves = times(2400, () => {
    const storm = random.next() < 0.3;
    return {
      from: storm ? random.normal(248, 16) : random.normal(292, 38),
      height: storm ? 2 + Math.abs(random.normal(1.6, 1.1)) : 0.4 + Math.abs(random.normal(0.9, 0.6)),
    };
  });
  return {
    filename: "swell-by-direction",
    created: "2023-11-27T20:05",
    views: 1433,
    quality: 6,
    columns: {
      from: waves.map((wave) => round((wave.from + 360) % 360, 1)),
      height: waves.map((wave) => round(wave.height)),
    },
    data: [
      {
        type: "scatterpolargl",
        mode: "markers",
        thetasrc: "@from",
        rsrc: "@height",
        marker: {
          size: 5,
          opacity: 0.6,
          colorsrc: "@height",
          colorscale: scale("#7fb6c9", "#2f7f9e", "#54508f", "#c65d7b"),
          colorbar: key("Height (m)", 0.8),
        },
        hovertemplate: "from %{theta:.0f}°, %{r:.1f} m<extra></extra>",
      },
    ],
    layout: page("Storm waves keep to one bearing", "Significant wave height at the outer buoy, autumn 2023", {
      polar: {
        angularaxis: { direction: "clockwise", rotation: 90, dtick: 45, ticksuffix: "°" },
        radialaxis: { ticksuffix: " m", angle: 45, tickangle: 45, nticks: 5 },
      },
      margin: { l: 60, r: 60, t: 104, b: 48 },
    }),
  };
}
