import { type EnginePart, partFor, withNeeds } from "../../src/figure/schema/engineParts.ts";
import { type Attributes, type Drawable, at, isAttributes, typeOf } from "./attributes.ts";

/**
 * Lists the parts of the engine that a figure needs, now or once somebody plays its frames or chooses one of its buttons,
 * in the order in which they start.
 */
export function neededParts({ data, layout, frames }: Drawable): EnginePart[] {
  const wanted = new Set<EnginePart>();
  for (const trace of data) wanted.add(partFor(typeOf(trace)));
  for (const frame of frames) {
    for (const trace of listOf(frame["data"])) if (isAttributes(trace)) wanted.add(partFor(typeOf(trace)));
  }
  for (const text of textsIn([layout["updatemenus"], layout["sliders"]]))
    wanted.add(text.endsWith("calendar") ? "calendars" : partFor(text));
  if (hasLabelledScene(layout)) wanted.add("gl3d");
  if ([data, layout, frames].some(hasCalendar)) wanted.add("calendars");
  return withNeeds(wanted);
}

/** Annotations have a scene drawn that has no traces. */
const hasLabelledScene = (layout: Attributes): boolean =>
  Object.entries(layout).some(([key, scene]) => /^scene\d*$/.test(key) && listOf(at(scene, "annotations")).length > 0);

/** Lists every text at any depth. A button may set the type of a trace. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return typeof value[0] === "number" ? [] : value.flatMap(textsIn);
  return isAttributes(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Tells whether any part has its dates in a calendar of its own: `"xcalendar": "jalali"`. */
function hasCalendar(value: unknown): boolean {
  // Other lists are data.
  if (Array.isArray(value)) return isAttributes(value[0]) && value.some(hasCalendar);
  if (!isAttributes(value)) return false;
  for (const [key, member] of Object.entries(value)) {
    if (key.endsWith("calendar") && typeof member === "string" && member !== "gregorian") return true;
    if (typeof member === "object" && hasCalendar(member)) return true;
  }
  return false;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
