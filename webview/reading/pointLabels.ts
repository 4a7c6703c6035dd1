/** What may be said of each point where it is pointed at, for each its own. */
export const pointLabels: readonly (readonly string[])[] = [
  ["hoverinfo"],
  ["hovertemplate"],
  ...["bgcolor", "bordercolor", "align", "namelength", "showarrow"].map((name) => ["hoverlabel", name]),
  ...["size", "color", "family", "weight", "style", "variant"].map((name) => ["hoverlabel", "font", name]),
];
