import { type Attributes, type Drawable, at, isAttributes, typeOf } from "../../reading/attributes.ts";
import { blankStyle } from "../../reading/offline.ts";

/** The address at which maps ask for icons. It is in no network, since the page answers. The names follow, with commas. */
export const spriteAddress = "https://icons.invalid/";

/** The outlines of icons by name, each the `d` of an SVG path in a square of 15 by 15. */
export type Outlines = ReadonlyMap<string, string>;

/** Tells whether a trace on a map has icons for markers. Buttons and frames may bring some too. */
export const hasIcons = (figure: Drawable): boolean => symbolHolders(figure).some(({ symbols }) => symbols.length > 0);

/**
 * Has maps draw icons from our own outlines. Plotly leaves icons to the map's style, which would come over the network.
 * Names with an outline go into the style. Others become circles. Changes the figure. Returns what to tell the person.
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
    // In a list, a circle is an icon like any other.
    if (Array.isArray(given)) used.add("circle");
  }
  if (used.size > 0) giveStyles(figure.layout, [...used].toSorted());
  if (unknown.size === 0) return [];
  const names = [...unknown].slice(0, 5).join(", ");
  return [`Icons on the map that are not among Maki's are drawn as circles: ${names}${unknown.size > 5 ? "…" : ""}.`];
}

/** Finds the outline's name of an icon. Mapbox named icons with a size too, such as `airport-15`. */
export function outlineName(name: string, outlines: Outlines): string | undefined {
  const bare = name.replace(/[-_](?:11|15)$/, "");
  return [name, bare].find((each) => outlines.has(each));
}

function giveStyles(layout: Attributes, names: readonly string[]): void {
  const sprite = `${spriteAddress}${names.map(encodeURIComponent).join(",")}`;
  for (const [key, map] of Object.entries(layout)) {
    if (!/^map\d*$/.test(key) || !isAttributes(map)) continue;
    const style = isAttributes(map["style"]) ? map["style"] : blank;
    // Plotly sees by the id that the style is another one.
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

/** Lists what buttons and steps of sliders set, by path: `{"marker.symbol": "bus"}`. */
function buttonArguments(layout: Attributes): unknown[] {
  const menus = [...listOf(layout["updatemenus"]), ...listOf(layout["sliders"])];
  const buttons = menus.flatMap((menu) => [...listOf(at(menu, "buttons")), ...listOf(at(menu, "steps"))]);
  return buttons.flatMap((button) => [...listOf(at(button, "args")), ...listOf(at(button, "args2"))]);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
