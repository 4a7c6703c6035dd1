import type { JsonSchema } from "./jsonSchemaNode.ts";

/** An attribute that left Plotly and still stands in files. */
export interface OlderAttribute {
  readonly name: string;
  /** Where it was: paths from a trace type, `layout` or `config`, `[]` for the element of an object array. */
  readonly at: RegExp;
  readonly message: string;
  /** The path of today's attribute beside it whose values it took. */
  readonly like?: readonly string[];
}

/** Containers whose `title` was a text and had its font, side and place beside it. */
const titled =
  /(?:\.colorbar|^carpet\.[ab]axis|^pie|^layout|^layout\.(?:scene\.[xyz]|[xy]|polar\.radial|ternary\.[abc])axis)$/;

/** From what plotly.js 2.35.3 still lists, `_deprecated` included, and 4.1.1 does not. */
const older: readonly OlderAttribute[] = [
  title("titlefont", titled, "font"),
  title("titleside", /\.colorbar$/, "side"),
  title("titleposition", /^pie$/, "position"),
  title("titleoffset", /^carpet\.[ab]axis$/, "standoff"),
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
  },
  {
    name: "bardir",
    at: /^(?:bar|histogram)$/,
    message: removed("3.0", "bardir", "orientation"),
    like: ["orientation"],
  },
  {
    name: "opacity",
    at: /\.error_[xyz]$|^\w+\.error_[xyz]$/,
    message:
      "Plotly.js 3.0 removed the `opacity` of error bars. Give `color` an opacity instead, as in rgba(0, 0, 0, 0.5).",
    like: ["thickness"],
  },
  ...["auto", "min", "max"].map((end) => ({
    name: `z${end}`,
    at: /^surface$/,
    message: removed("3.0", `z${end}`, `c${end}`),
    like: [`c${end}`],
  })),
  {
    name: "ref",
    at: /^layout\.annotations\[\]$/,
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
  },
  ...["linkText", "sendData", "showEditInChartStudio", "showLink", "showSources"].map((name) => ({
    name,
    at: /^config$/,
    message: `Plotly.js 4.0 removed \`${name}\` with Chart Studio's links. It can be deleted.`,
  })),
  {
    name: "mapboxAccessToken",
    at: /^config$/,
    message: "Plotly.js 4.0 removed Mapbox maps and their token. Maps now are drawn with `map`, which needs none.",
  },
  {
    name: "globalTransforms",
    at: /^config$/,
    message: "Plotly.js 3.0 removed transforms, and `globalTransforms` too.",
  },
];

/** Said of `layout.mapbox`, which may carry a number. */
export const olderMapbox = 'Plotly.js 4.0 removed Mapbox maps. Write `map`, and the traces\' `subplot` as "map".';

/** The older attributes of the container at `path`, which has these members today. */
export function olderMembers(
  path: string,
  today: { readonly [name: string]: JsonSchema },
): { [name: string]: JsonSchema } {
  const members: { [name: string]: JsonSchema } = {};
  for (const { name, at, message, like } of older)
    if (at.test(path) && !Object.hasOwn(today, name))
      members[name] = { ...valuesOf(memberAt(today, like)), deprecationMessage: message };
  return members;
}

/** The `title` of a container, which was a text once; unchanged where it never was. */
export function olderTitle(path: string, schema: JsonSchema): JsonSchema {
  if (!titled.test(path)) return schema;
  return {
    ...schema,
    type: ["object", "string", "number"],
    if: { type: ["string", "number"] },
    then: {
      deprecationMessage: 'Plotly.js 3.0 no longer draws a title that is a text. Write "title": {"text": "…"}.',
    },
  };
}

function title(name: string, at: RegExp, member: string): OlderAttribute {
  return {
    name,
    at,
    message: `Plotly.js 3.0 removed \`${name}\`. Write "title": {"${member}": …}.`,
    like: ["title", member],
  };
}

function removed(version: string, name: string, instead: string): string {
  return `Plotly.js ${version} removed \`${name}\`. Write \`${instead}\`.`;
}

function memberAt(
  today: { readonly [name: string]: JsonSchema },
  path: readonly string[] = [],
): JsonSchema | undefined {
  const [first, ...rest] = path;
  const member = first === undefined ? undefined : today[first];
  return rest.length === 0 ? member : memberAt(member?.properties ?? {}, rest);
}

/** What it took, without what is said of today's attribute. */
function valuesOf(schema: JsonSchema = {}): JsonSchema {
  const { default: _, description: _text, markdownDescription: _markdown, ...values } = schema;
  return values;
}
