const NAMED = new Set(
  (
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood " +
    "cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod " +
    "darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon " +
    "darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray " +
    "dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green " +
    "greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon " +
    "lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon " +
    "lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen " +
    "magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue " +
    "mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy " +
    "oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip " +
    "peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown " +
    "seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal " +
    "thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen transparent"
  ).split(" "),
);

const number = String.raw`[+-]?\d*\.?\d+(?:e[+-]?\d+)?`;
const hue = `${number}(?:deg|grad|rad|turn)?`;
const comma = String.raw`\s*,\s*`;
const alpha = String.raw`\s*(?:,\s*${number}%?\s*)?`;

/** With commas, as CSS wrote them first. */
const LEGACY = [
  String.raw`rgba?\(\s*${number}${comma}${number}${comma}${number}${alpha}\)`,
  String.raw`rgba?\(\s*${number}%${comma}${number}%${comma}${number}%${alpha}\)`,
  String.raw`hsla?\(\s*${hue}${comma}${number}%${comma}${number}%${alpha}\)`,
];

const part = `(?:${number}%?|none)`;
const angle = `(?:${hue}|none)`;
const behind = String.raw`(?:\s*/\s*${part})?\s*\)?`;

/** With spaces. */
const MODERN = [
  String.raw`(?:rgba?|lab|oklab)\(\s*${part}\s+${part}\s+${part}${behind}`,
  String.raw`(?:hsla?|hwb)\(\s*${angle}\s+${part}\s+${part}${behind}`,
  String.raw`(?:ok)?lch\(\s*${part}\s+(?:${part}|${hue})\s+${angle}${behind}`,
  String.raw`color\(\s*[a-z-][\w-]*\s+${part}\s+${part}\s+${part}${behind}`,
];

const COLOR = new RegExp(String.raw`^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|${[...LEGACY, ...MODERN].join("|")})$`);

/**
 * Whether Plotly.js 4 reads the text as a colour: CSS names and notations, upper or lower case. Hexadecimal without `#`
 * and `hsv()` are none.
 */
export function isColor(text: string): boolean {
  const color = text.trim().toLowerCase();
  return NAMED.has(color) || COLOR.test(color);
}

/** Names of colours, to look for the one that was meant. */
export const colorNames: readonly string[] = [...NAMED];
