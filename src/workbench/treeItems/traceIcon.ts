import { ThemeIcon } from "vscode";

/** The codicon nearest to what a trace type looks like. */
export function traceIcon(type: string | undefined): ThemeIcon {
  return new ThemeIcon(icons.find(([pattern]) => pattern.test(type ?? "scatter"))?.[1] ?? "graph");
}

const icons: readonly (readonly [RegExp, string])[] = [
  [/^(scatter|scattergl|scatterpolar|scatterpolargl|splom|scatterternary|scattersmith)$/, "graph-scatter"],
  [/^(pie|sunburst|funnelarea)$/, "pie-chart"],
  [/^(scatter|choropleth|density)map(box)?$|geo$|^choropleth$/, "globe"],
  [/^table$/, "table"],
  [/^(treemap|icicle|heatmap|heatmapgl|histogram2d|image)$/, "layout"],
  [/^(surface|mesh3d|scatter3d|isosurface|volume|cone|streamtube)$/, "symbol-misc"],
  [/^(sankey|parcats|parcoords)$/, "git-merge"],
  [/^(candlestick|ohlc|contour|carpet|contourcarpet|scattercarpet|quiver)$/, "graph-line"],
  [/^indicator$/, "dashboard"],
  [/^(histogram|bar|barpolar|box|violin|waterfall|funnel)/, "graph"],
];
