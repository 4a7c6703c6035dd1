import { ink } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { axis, page } from "../../making/layout.ts";
import { dates, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Columns, Sketch } from "../../making/sketch.ts";

/** A time axis without the slider that charts of prices have below. */
const byWeek = { rangeslider: { visible: false }, type: "date" };

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
  return Object.fromEntries(["open", "high", "low", "close"].map((name, at) => [name, column(bars, at)]));
}

export function wine(): Sketch {
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
        ...from({ x: "week", open: "open", high: "high", low: "low", close: "close" }),
        increasing: { line: { color: ink.moss }, fillcolor: ink.moss },
        decreasing: { line: { color: ink.rose }, fillcolor: ink.rose },
      },
    ],
    layout: page("Old vintages, young prices", "Nebbiolo 2010 at weekly auctions, € a bottle", {
      xaxis: byWeek,
      yaxis: axis("€ a bottle"),
    }),
  };
}

export function beans(): Sketch {
  return {
    filename: "green-coffee-price",
    created: "2025-03-28T16:00",
    views: 2466,
    quality: 6,
    columns: { week: dates("2024-04-01", 52, 168), ...market(421, 4.1, 52, 0.011, 0.03) },
    data: [
      {
        type: "ohlc",
        ...from({ x: "week", open: "open", high: "high", low: "low", close: "close" }),
        line: { width: 2.5 },
        increasing: { line: { color: ink.sea } },
        decreasing: { line: { color: ink.amber } },
        showlegend: false,
      },
    ],
    layout: page("A year of dear beans", "Washed arabica, US$ per kg, weekly", {
      xaxis: byWeek,
      yaxis: axis("US$ per kg", { tickformat: ".2f" }),
    }),
  };
}
