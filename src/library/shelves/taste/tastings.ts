import { ink } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { compass, frame, page } from "../../making/layout.ts";
import type { Sketch } from "../../making/sketch.ts";

export function radar(): Sketch {
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
      ...from({ theta: "note", r: name }),
      fill: "toself",
      opacity: 0.75,
      line: { color, width: 2.5 },
      marker: { size: 6 },
      hovertemplate: "%{theta}: %{r:.1f}",
    })),
    layout: page("Three coffees on the table", "Mean of nine tasters, 0-10", {
      polar: {
        radialaxis: { range: [0, 10], angle: 90, tickangle: 90, dtick: 2 },
        angularaxis: { ...compass },
      },
      legend: { x: 1, xanchor: "right", y: 1 },
      margin: frame(64, 112, 48),
    }),
  };
}

export function wheel(): Sketch {
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
        ...from({ ids: "id", labels: "flavour", parents: "within", values: "mentions" }),
        marker: { colorssrc: "@color", line: { width: 1.5, color: "rgba(255,255,255,0.8)" } },
        leaf: { opacity: 0.65 },
        insidetextorientation: "radial",
        hovertemplate: "%{label}: %{value} mentions<extra></extra>",
      },
    ],
    layout: page("A wheel of coffee flavours", "Words used in 141 tastings; click a sector to enter it", {
      margin: frame(16, 84),
    }),
  };
}
