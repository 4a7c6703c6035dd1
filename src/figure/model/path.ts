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
