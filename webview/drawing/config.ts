import { type Attributes, isAttributes } from "../reading/attributes.ts";

/** What a figure may choose about its behaviour. It may not choose clouds, other hosts, or editing, which is the person's choice. */
const allowed = ["staticPlot", "scrollZoom", "doubleClick", "doubleClickDelay", "displayModeBar", "showTips"] as const;

/** The buttons that would send the figure away, or start a download, which does nothing in an editor. */
const removed = ["toImage", "sendChartToCloud", "sendDataToCloud", "downloadJson", "toJson"];

export interface ConfigActions {
  save(format: "png" | "svg"): void;
  play(): void;
  edit(on: boolean): void;
}

/** Makes Plotly's `config` for a figure: what is allowed of the author's, and ours over it. */
export function configFor(
  icons: { readonly [name: string]: object },
  authored: unknown,
  canPlay: boolean,
  isEditable: boolean,
  actions: ConfigActions,
): Attributes {
  const own: Attributes = isAttributes(authored) ? authored : {};
  const config: Attributes = {};
  for (const key of allowed) if (own[key] !== undefined) config[key] = own[key];
  const taken = Array.isArray(own["modeBarButtonsToRemove"]) ? own["modeBarButtonsToRemove"] : [];
  const buttons: Attributes[] = [
    button("savePng", "Save as PNG…", icons["camera"], () => actions.save("png")),
    button("saveSvg", "Save as SVG…", icons["disk"], () => actions.save("svg")),
  ];
  const pencil = isEditable ? "Stop editing" : "Edit the figure";
  buttons.push(button("editFigure", pencil, icons["pencil"], () => actions.edit(!isEditable)));
  if (canPlay) buttons.unshift(button("playFrames", "Play the animation", icons["movie"], () => actions.play()));
  return {
    ...config,
    ...(isEditable && { staticPlot: false, showAxisRangeEntryBoxes: false }),
    responsive: false,
    displaylogo: false,
    showSendToCloud: false,
    plotlyServerURL: "",
    topojsonURL: "",
    modeBarButtonsToRemove: [...removed, ...taken.filter((name) => typeof name === "string")],
    modeBarButtonsToAdd: buttons,
  };
}

const button = (name: string, title: string, icon: object | undefined, click: () => void): Attributes => ({
  name,
  title,
  icon,
  click,
});
