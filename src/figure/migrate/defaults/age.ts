import { isContainer } from "../../model/container.ts";
import type { Figure, JsonObject } from "../../model/figure.ts";
import { memberOf } from "../draft/draft.ts";

/** Keys that only Chart Studio and its clients wrote, and that Plotly 4 dropped. */
const CONFIG = ["linkText", "sendData", "showEditInChartStudio", "showLink", "showSources", "mapboxAccessToken"];

/** Whether the figure has keys of Chart Studio, which ended before Plotly 4 was released. */
export function isOfChartStudio({ data, layout, config }: Figure): boolean {
  if (isContainer(config) && CONFIG.some((key) => Object.hasOwn(config, key))) return true;
  if (layout !== undefined && isContainer(layout)) {
    if (Object.hasOwn(layout, "hidesources")) return true;
    const theme = memberOf(layout, "template")?.["themeRef"];
    if (typeof theme === "string" && theme !== "") return true;
  }
  return Array.isArray(data) && data.some((trace) => isContainer(trace) && isTraceOfChartStudio(trace));
}

function isTraceOfChartStudio(trace: JsonObject): boolean {
  if (isContainer(trace["stream"])) return true;
  return memberOf(memberOf(trace, "meta"), "columnNames") !== undefined;
}
