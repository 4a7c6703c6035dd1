/** An attribute that Plotly dropped and that figure files still contain. */
export interface OlderAttribute {
  readonly name: string;
  /**
   * The places where it was: paths from a trace type, `layout` or `config`, with `[]` for the element of an object
   * array.
   */
  readonly at: RegExp;
  /** The version that removed it, and what to do. */
  readonly message: string;
  /** Whether it only takes up room: nothing was drawn with it, or nothing can be any more. */
  readonly idle?: boolean;
  /** The path of today's attribute beside it whose values it took, with the same meaning. */
  readonly now?: readonly string[];
}

/** What to say about a title that is a text. */
export const TEXT_TITLE = 'Plotly.js 3.0 no longer draws a title that is a text. Write "title": {"text": …}.';

/** Containers whose `title` was a text and had its font, side and place beside it. */
const titled =
  /(?:\.colorbar|^carpet\.[ab]axis|^pie|^layout|^layout\.(?:scene\.[xyz]|[xy]|polar\.radial|ternary\.[abc])axis)$/;

/** From what plotly.js 2.35.3 still lists, `_deprecated` included, and 4.1.1 does not. */
const older: readonly OlderAttribute[] = [
  title("titlefont", titled, "font"),
  title("titleside", /\.colorbar$/, "side"),
  title("titleposition", /^pie$/, "position"),
  title("titleoffset", /^carpet\.[ab]axis$/, "offset"),
  {
    name: "transforms",
    at: /^(?!layout$|config$)\w+$/,
    message:
      "Plotly.js 3.0 removed `transforms`. The preview computes filter, sort, groupby and aggregate; elsewhere the trace is drawn without them.",
  },
  {
    name: "stream",
    at: /^(?!layout$|config$)\w+$/,
    message: "Plotly.js 4.0 removed `stream` with Chart Studio's streaming. It can be deleted.",
    idle: true,
  },
  {
    name: "bardir",
    at: /^(?:bar|histogram)$/,
    message: 'Plotly.js 3.0 removed `bardir`. Write `orientation`; with "h", x and y also change places.',
  },
  {
    name: "opacity",
    at: /\.error_[xyz]$|^\w+\.error_[xyz]$/,
    message:
      "Plotly.js 3.0 removed the `opacity` of error bars. Give `color` an opacity instead, as in rgba(0, 0, 0, 0.5).",
  },
  ...["auto", "min", "max"].map((end) => ({
    name: `z${end}`,
    at: /^surface$/,
    message: removed("3.0", `z${end}`, `c${end}`),
    now: [`c${end}`],
  })),
  {
    name: "ref",
    at: /\.annotations\[\]$/,
    message: "Plotly.js 3.0 removed `ref`. Write `xref` and `yref`.",
  },
  { name: "cameraposition", at: /^layout\.scene$/, message: removed("3.0", "cameraposition", "camera") },
  {
    name: "autotick",
    at: /^layout\.[xy]axis$/,
    message: 'Plotly.js 3.0 removed `autotick`. Write "tickmode": "auto" or "linear".',
  },
  {
    name: "hidesources",
    at: /^layout$/,
    message: "Plotly.js 4.0 removed `hidesources` with Chart Studio's links. It can be deleted.",
    idle: true,
  },
  ...["linkText", "sendData", "showEditInChartStudio", "showLink", "showSources"].map((name) => ({
    name,
    at: /^config$/,
    message: `Plotly.js 4.0 removed \`${name}\` with Chart Studio's links. It can be deleted.`,
    idle: true,
  })),
  {
    name: "mapboxAccessToken",
    at: /^config$/,
    message: "Plotly.js 4.0 removed Mapbox maps and their token. Maps now are drawn with `map`, which needs none.",
    idle: true,
  },
  {
    name: "globalTransforms",
    at: /^config$/,
    message: "Plotly.js 3.0 removed transforms, and `globalTransforms` too.",
    idle: true,
  },
  ...["angularaxis", "radialaxis", "direction", "orientation"].map((name) => ({
    name,
    at: /^layout$/,
    message: `Plotly.js 2.0 removed the polar charts that \`layout.${name}\` was for. Today's are drawn with \`polar\` and traces of type \`scatterpolar\`.`,
  })),
  {
    name: "mapbox",
    at: /^layout$/,
    message: 'Plotly.js 4.0 removed Mapbox maps. Write `map`, and the traces\' `subplot` as "map".',
  },
];

/**
 * The dropped attribute of this name in the container at `path` (`layout.xaxis`, `scatter.marker`); undefined where
 * there was none.
 */
export function olderAttribute(path: string, name: string): OlderAttribute | undefined {
  const base = path === "layout" ? name.replace(/^mapbox\d+$/, "mapbox") : name;
  return byName.get(base)?.find(({ at }) => at.test(path));
}

/** Whether the `title` of this container could once be a text. */
export function hadTextTitle(path: string): boolean {
  return titled.test(path);
}

/** The dropped attributes of the container at `path`, apart from those that may carry a number. */
export function olderAttributesOf(path: string): readonly OlderAttribute[] {
  return older.filter(({ name, at }) => name !== "mapbox" && at.test(path));
}

const byName = new Map<string, OlderAttribute[]>();
for (const one of older) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);

function title(name: string, at: RegExp, inside: string): OlderAttribute {
  return {
    name,
    at,
    message: `Plotly.js 3.0 removed \`${name}\`. Write "title": {"${inside}": …}.`,
    now: ["title", inside],
  };
}

function removed(version: string, name: string, instead: string): string {
  return `Plotly.js ${version} removed \`${name}\`. Write \`${instead}\`.`;
}
