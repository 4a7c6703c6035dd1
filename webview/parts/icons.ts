import "./icons.css";
import { element } from "./element.ts";
import add from "@vscode/codicons/src/icons/add.svg";
import check from "@vscode/codicons/src/icons/check.svg";
import chevronDown from "@vscode/codicons/src/icons/chevron-down.svg";
import chevronRight from "@vscode/codicons/src/icons/chevron-right.svg";
import error from "@vscode/codicons/src/icons/error.svg";
import graph from "@vscode/codicons/src/icons/graph.svg";
import graphScatter from "@vscode/codicons/src/icons/graph-scatter.svg";
import info from "@vscode/codicons/src/icons/info.svg";
import lightbulb from "@vscode/codicons/src/icons/lightbulb.svg";
import loading from "@vscode/codicons/src/icons/loading.svg";
import versions from "@vscode/codicons/src/icons/versions.svg";
import warning from "@vscode/codicons/src/icons/warning.svg";

/** The codicons of the page, as SVG text. The font that comes with them has over 500 more, and the page would load it first. */
const drawings = {
  add,
  check,
  "chevron-down": chevronDown,
  "chevron-right": chevronRight,
  error,
  graph,
  "graph-scatter": graphScatter,
  info,
  lightbulb,
  loading,
  versions,
  warning,
};

export type IconName = keyof typeof drawings;

/** Makes a codicon. Screen readers pass it over, since the text beside it says the same. */
export function icon(name: IconName): HTMLElement {
  const made = element("span", { class: `codicon codicon-${name}`, "aria-hidden": "true" });
  made.innerHTML = drawings[name];
  return made;
}
