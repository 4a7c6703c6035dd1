import { ink, key, scale } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { compass, frame, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function wind(): Sketch {
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
      ...from({ theta: "direction", r: band }),
      marker: { color: ["#c9dfe6", "#8dbdcd", "#4f96b1", "#23688a", "#e0913a"][index] ?? ink.sea },
      hovertemplate: "%{theta}, %{fullData.name}: %{r:.1f} %<extra></extra>",
    })),
    layout: page("It blows from the south-west", "Share of hours in 2023 by direction and speed, Linnea light", {
      polar: {
        angularaxis: { ...compass },
        radialaxis: { ticksuffix: " %", angle: 90, tickangle: 90, nticks: 5 },
        bargap: 0.06,
      },
      legend: { title: { text: "Wind speed" }, traceorder: "normal", x: 0.98, xanchor: "right", y: 0.5 },
      margin: frame(40, 104, 48),
    }),
  };
}

export function swell(): Sketch {
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
        ...from({ theta: "from", r: "height" }),
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
        angularaxis: { ...compass, dtick: 45, ticksuffix: "°" },
        radialaxis: { ticksuffix: " m", angle: 45, tickangle: 45, nticks: 5 },
      },
      margin: frame(60, 104, 48),
    }),
  };
}
