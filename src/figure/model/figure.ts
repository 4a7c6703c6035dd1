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
