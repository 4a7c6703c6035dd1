import { type Attributes, isAttributes } from "../reading/attributes.ts";

/** What a figure may choose about how it behaves. All else (clouds, other hosts, editing that no file would keep) is ours. */
const allowed = ["staticPlot", "scrollZoom", "doubleClick", "doubleClickDelay", "displayModeBar", "showTips"] as const;

/** Buttons that would send the figure away or start a download, which does nothing in an editor. */
const removed = ["toImage", "sendChartToCloud", "sendDataToCloud", "downloadJson", "toJson"];

export interface ConfigActions {
  save(format: "png" | "svg"): void;
  play(): void;
}

/** Plotly's `config` for a figure: the part of its own that is allowed, and ours over it. */
export function configFor(
  icons: { readonly [name: string]: object },
  authored: unknown,
  canPlay: boolean,
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
  if (canPlay) buttons.unshift(button("playFrames", "Play the animation", icons["movie"], () => actions.play()));
  return {
    ...config,
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
