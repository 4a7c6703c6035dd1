import { ink, key, rim, scale } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { axis, frame, page } from "../../making/layout.ts";
import { bell, round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

/** Share of tea among hot drinks by country (ISO-3 and percent); our own guesses, not a survey. */
const shares =
  "CHN95 IND88 TUR86 GBR63 IRL66 RUS72 KAZ91 UZB94 TKM93 KGZ92 TJK93 MNG90 JPN70 KOR38 PRK74 TWN69 VNM48 LAO44 THA41 MMR85 " +
  "KHM40 MYS61 IDN55 PHL23 PNG46 AUS34 NZL40 LKA93 BGD91 NPL90 BTN88 PAK94 AFG95 IRN92 IRQ87 SYR76 LBN31 JOR64 ISR33 SAU52 " +
  "YEM61 OMN66 ARE58 QAT57 KWT63 EGY84 LBY75 TUN58 DZA46 MAR83 MRT90 SEN54 MLI71 NER74 TCD70 SDN66 SSD61 ETH19 ERI22 SOM77 " +
  "KEN87 UGA70 TZA73 RWA62 BDI57 COD43 COG36 GAB28 CMR27 CAF49 NGA58 GHA41 CIV18 LBR38 SLE43 GIN37 BFA52 BEN44 TGO42 ZMB67 " +
  "ZWE78 MOZ60 MWI80 MDG35 AGO26 NAM45 BWA63 ZAF55 LSO66 SWZ64 USA22 CAN29 MEX11 GTM6 HND5 SLV6 NIC5 CRI6 PAN9 CUB4 DOM7 " +
  "HTI12 JAM47 COL6 VEN7 GUY51 SUR42 ECU13 PER24 BOL30 BRA7 PRY38 URY43 ARG41 CHL68 ISL14 NOR16 SWE14 FIN9 DNK17 EST31 LVA38 " +
  "LTU33 POL52 DEU22 NLD24 BEL15 LUX13 FRA17 ESP10 PRT11 ITA6 CHE14 AUT15 CZE32 SVK36 HUN26 SVN14 HRV12 BIH8 SRB9 MNE8 ALB12 " +
  "MKD11 GRC9 BGR19 ROU18 MDA40 UKR54 BLR58 GEO61 ARM34 AZE93 GRL21";

export function tea(): Sketch {
  const countries = shares.split(" ");
  return {
    filename: "tea-or-coffee",
    created: "2023-05-21T04:21",
    views: 38240,
    quality: 9,
    feed: true,
    columns: {
      country: countries.map((entry) => entry.slice(0, 3)),
      share: countries.map((entry) => Number(entry.slice(3))),
    },
    data: [
      {
        type: "choropleth",
        ...from({ locations: "country", z: "share" }),
        colorscale: scale("#6f4a32", "#b58863", "#ece5d8", "#8fb996", "#2f6b4f"),
        zmin: 0,
        zmax: 100,
        marker: { line: rim(0.4) },
        colorbar: { ...key("Tea among hot drinks", 0.7), ticksuffix: " %" },
        hovertemplate: "%{location}: %{z} % tea<extra></extra>",
      },
    ],
    layout: page("Tea lands and coffee lands", "A guess at what is in the cup, country by country", {
      geo: {
        projection: { type: "robinson" },
        showframe: false,
        showcoastlines: false,
        showland: true,
        landcolor: "rgba(140,150,160,0.25)",
        lataxis: { range: [-58, 84] },
        bgcolor: "rgba(0,0,0,0)",
      },
      margin: frame(8, 84),
    }),
  };
}

export function nations(): Sketch {
  const random = new Random(701);
  const years = times(14, (index) => String(1955 + index * 5));
  const groups: [string, string, number, number][] = [
    ["North", ink.sea, 9.1, 0.12],
    ["East", ink.rose, 7.1, 0.29],
    ["South", ink.amber, 7, 0.15],
    ["West", ink.moss, 8, 0.16],
  ];
  const columns: Record<string, (number | string)[]> = {};
  for (const [group, , start, growth] of groups) {
    const lands = times(11, (index) => ({
      name: `${group} ${index + 1}`,
      wealth: start + random.normal(0, 0.45),
      pace: growth * random.between(0.55, 1.35) * 1.05,
      people: Math.min(90, Math.exp(random.normal(2.6, 1))),
      luck: random.normal(0, 2.4),
    }));
    columns[`${group} name`] = lands.map((land) => land.name);
    for (const [step, year] of years.entries()) {
      for (const land of lands) land.wealth += land.pace * random.between(0.3, 1.1) * bell(step, 8, 8);
      columns[`${group} income ${year}`] = lands.map((land) => round(Math.exp(land.wealth), 0));
      columns[`${group} life ${year}`] = lands.map((land) =>
        round(
          Math.min(
            86,
            6.9 * land.wealth + 4.5 + 0.6 * step + land.luck - (land.wealth > 10 ? 5 * (land.wealth - 10) : 0),
          ),
          1,
        ),
      );
      columns[`${group} size ${year}`] = lands.map((land) =>
        round(Math.sqrt(land.people * 1.015 ** (5 * step)) * 6.5, 1),
      );
    }
  }
  const traces = (year: string): Sketch["data"] =>
    groups.map(([group]) => ({
      ...from({ x: `${group} income ${year}`, y: `${group} life ${year}` }),
      marker: { sizesrc: `@${group} size ${year}` },
    }));
  const motion = {
    mode: "immediate",
    frame: { duration: 450, redraw: false },
    transition: { duration: 400, easing: "cubic-in-out" },
  };
  return {
    filename: "wealth-and-health",
    created: "2020-05-04T20:50",
    views: 45710,
    quality: 10,
    feed: true,
    columns,
    data: traces("1955").map((trace, index) => ({
      type: "scatter",
      mode: "markers",
      name: groups[index]?.[0] ?? "",
      textsrc: `@${groups[index]?.[0] ?? ""} name`,
      ...trace,
      marker: {
        sizesrc: `@${groups[index]?.[0] ?? ""} size 1955`,
        color: groups[index]?.[1] ?? ink.slate,
        opacity: 0.75,
        line: { width: 0.5 },
      },
      hovertemplate: "%{text}<br>%{x:$,.0f} a head, %{y:.0f} years",
    })),
    layout: page("Richer and older", "Forty-four lands of an invented world, 1955-2020; press play", {
      xaxis: axis("Income a head ($)", { type: "log", range: [2.6, 5.3], dtick: 1 }),
      yaxis: axis("Life expectancy (years)", { range: [40, 90] }),
      legend: { x: 0.99, xanchor: "right", y: 0.03, yanchor: "bottom" },
      margin: { l: 72, r: 36, t: 96, b: 136 },
      updatemenus: [
        {
          type: "buttons",
          direction: "left",
          x: 0,
          y: -0.3,
          xanchor: "left",
          yanchor: "bottom",
          showactive: false,
          buttons: [
            { label: "▶", method: "animate", args: [null, { ...motion, fromcurrent: true }] },
            {
              label: "❚❚",
              method: "animate",
              args: [[null], { mode: "immediate", frame: { duration: 0, redraw: false } }],
            },
          ],
        },
      ],
      sliders: [
        {
          x: 0.14,
          len: 0.86,
          y: -0.14,
          currentvalue: { visible: true, xanchor: "right", font: { size: 16 } },
          steps: years.map((year) => ({ label: year, method: "animate", args: [[year], motion] })),
        },
      ],
    }),
    frames: years.map((year) => ({ name: year, data: traces(year) })),
  };
}
