/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { [key: string]: Json };

/** A Plotly figure as files and the v2 API hold it: traces, layout and animation frames, all plain JSON. */
export interface Figure {
  data: JsonObject[];
  layout?: JsonObject;
  frames?: JsonObject[];
  config?: JsonObject;
  [member: string]: Json | undefined;
}

/** Keys and indices from the root of the figure: `["data", 0, "marker", "color"]`. */
export type FigurePath = readonly (string | number)[];

/** `data[0].marker.color`, as people write it. */
export function formatPath(path: FigurePath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
