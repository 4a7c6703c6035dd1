import { isContainer } from "../../model/container.ts";
import type { JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { containersOf } from "../draft/draft.ts";

/** Members that moved into the title in Plotly 1.43 and lost their old place in Plotly 3. */
const SETTINGS = [
  ["titlefont", "font"],
  ["titleposition", "position"],
  ["titleside", "side"],
  ["titleoffset", "offset"],
] as const;

const TITLED_IN_TRACES = /^(?:|colorbar|aaxis|baxis)$/;
const TITLED_IN_LAYOUT = /^(?:|colorbar|[xyz]axis\d*|[abc]axis|radialaxis)$/;

export function readTraceTitles(trace: JsonObject, changes: Changes): void {
  for (const [key, container] of containersOf(trace)) if (TITLED_IN_TRACES.test(key)) readTitle(container, changes);
}

export function readLayoutTitles(layout: JsonObject, changes: Changes): void {
  for (const [key, container] of containersOf(layout)) if (TITLED_IN_LAYOUT.test(key)) readTitle(container, changes);
}

function readTitle(container: JsonObject, changes: Changes): void {
  const { title } = container;
  if (typeof title === "string" || typeof title === "number") {
    container["title"] = { text: title };
    // Plotly 1 wrote an empty title into every axis: nothing to tell of.
    if (title === "") changes.addOld();
    else changes.add("title");
  }
  for (const [old, member] of SETTINGS) {
    const setting = container[old];
    if (setting === undefined) continue;
    delete container[old];
    const target = container["title"];
    if (isContainer(target) && target[member] !== undefined) {
      changes.addOld();
      continue;
    }
    container["title"] = { ...(isContainer(target) ? target : {}), [member]: setting };
    changes.add("titleSetting");
  }
}
