import { type Attributes, type Drawable, at, isAttributes, typeOf } from "../../reading/attributes.ts";
import { blankStyle } from "../../reading/offline.ts";

/** Where maps ask for their icons: no address of any network, answered in the page. The names follow, with commas. */
export const spriteAddress = "https://icons.invalid/";

/** Outlines of icons by name, as the `d` of an SVG path in a square of 15 by 15. */
export type Outlines = ReadonlyMap<string, string>;

/** Whether a trace on a map has markers that are icons. Buttons and frames may bring such. */
export const hasIcons = (figure: Drawable): boolean => symbolHolders(figure).some(({ symbols }) => symbols.length > 0);

/**
 * Draws icons of maps, which Plotly leaves to the style of the map, and that comes over the network, from outlines of
 * ours: names that have one go into the map's style, in the place of others stands a circle. Changes the figure; gives
 * back what to tell the person.
 */
export function giveIcons(figure: Drawable, outlines: Outlines): string[] {
  const used = new Set<string>();
  const unknown = new Set<string>();
  for (const { holder, key, symbols } of symbolHolders(figure)) {
    for (const name of symbols) {
      if (outlineName(name, outlines) === undefined) unknown.add(name);
      else used.add(name);
    }
    const known = (name: unknown): unknown => (typeof name === "string" && unknown.has(name) ? "circle" : name);
    const given = holder[key];
    holder[key] = Array.isArray(given) ? given.map(known) : known(given);
    // In a list a circle is an icon as any other.
    if (Array.isArray(given)) used.add("circle");
  }
  if (used.size > 0) giveStyles(figure.layout, [...used].toSorted());
  if (unknown.size === 0) return [];
  const names = [...unknown].slice(0, 5).join(", ");
  return [`Icons on the map that are not among Maki's are drawn as circles: ${names}${unknown.size > 5 ? "…" : ""}.`];
}

/** Styles of Mapbox had their icons by names such as `airport-15`. */
export function outlineName(name: string, outlines: Outlines): string | undefined {
  const bare = name.replace(/[-_](?:11|15)$/, "");
  return [name, bare].find((each) => outlines.has(each));
}

function giveStyles(layout: Attributes, names: readonly string[]): void {
  const sprite = `${spriteAddress}${names.map(encodeURIComponent).join(",")}`;
  for (const [key, map] of Object.entries(layout)) {
    if (!/^map\d*$/.test(key) || !isAttributes(map)) continue;
    const style = isAttributes(map["style"]) ? map["style"] : blank;
    // The id is how Plotly sees that the style is another one.
    const own = style["sprite"];
    if (own === undefined || (typeof own === "string" && own.startsWith(spriteAddress)))
      map["style"] = { ...style, id: `${blankStyle} ${names.join(" ")}`, sprite };
  }
}

/** Plotly's "white-bg". */
const blank: Attributes = {
  version: 8,
  sources: {},
  layers: [{ id: blankStyle, type: "background", paint: { "background-color": "#FFFFFF" }, minzoom: 0, maxzoom: 22 }],
  glyphs: "https://fonts.openmaptiles.org/{fontstack}/{range}.pbf",
};

interface SymbolHolder {
  readonly holder: Attributes;
  readonly key: string;
  readonly symbols: readonly string[];
}

function symbolHolders({ data, layout, frames }: Drawable): SymbolHolder[] {
  const found: SymbolHolder[] = [];
  const look = (holder: unknown, key: string): void => {
    if (!isAttributes(holder)) return;
    const given = holder[key];
    const symbols = (Array.isArray(given) ? [...new Set<unknown>(given)] : [given]).filter(
      (symbol): symbol is string => typeof symbol === "string" && symbol !== "" && symbol !== "circle",
    );
    if (symbols.length > 0) found.push({ holder, key, symbols });
  };
  const inFrames = frames.flatMap((frame) => listOf(frame["data"]));
  for (const trace of [...data, ...inFrames.filter(isAttributes)])
    if (typeOf(trace) === "scattermap") look(trace["marker"], "symbol");
  if (found.length > 0 || data.some((trace) => typeOf(trace) === "scattermap")) {
    for (const trace of listOf(at(layout, "template", "data", "scattermap"))) look(at(trace, "marker"), "symbol");
    for (const args of buttonArguments(layout)) look(args, "marker.symbol");
  }
  return found;
}

/** What buttons and steps of sliders set, by path: `{"marker.symbol": "bus"}`. */
function buttonArguments(layout: Attributes): unknown[] {
  const menus = [...listOf(layout["updatemenus"]), ...listOf(layout["sliders"])];
  const buttons = menus.flatMap((menu) => [...listOf(at(menu, "buttons")), ...listOf(at(menu, "steps"))]);
  return buttons.flatMap((button) => [...listOf(at(button, "args")), ...listOf(at(button, "args2"))]);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
