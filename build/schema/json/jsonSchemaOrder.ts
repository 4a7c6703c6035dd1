/** Members that people write most, the first of all first, wherever they stand: what the others are, the alphabet says. */
const members =
  `type title x y z name mode text labels values parents lat lon locations r theta a b c open high low close
  dimensions node link header cells marker line orientation hovertemplate texttemplate textposition xaxis yaxis legend
  showlegend barmode hovermode annotations shapes template range color colors size width colorscale showscale colorbar
  symbol opacity dash fill fillcolor font scene geo map polar tickformat tickvals ticktext tickprefix ticksuffix xref yref
  x0 x1 y0 y1 showarrow height margin colorway`.split(/\s+/);

/** The same of trace types. */
const types = "scatter bar pie histogram box violin heatmap scatter3d surface choropleth scattermap".split(" ");

/** By which a list of proposals is sorted; undefined for what the alphabet sorts behind those that have one. */
export function memberSortText(name: string): string | undefined {
  return sortText(members, name);
}

export function typeSortText(type: string): string {
  return sortText(types, type) ?? type;
}

function sortText(order: readonly string[], name: string): string | undefined {
  const place = order.indexOf(name);
  // Digits come before letters.
  return place < 0 ? undefined : String(place).padStart(3, "0");
}
