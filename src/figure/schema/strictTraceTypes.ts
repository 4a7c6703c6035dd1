/**
 * Trace types that the ordinary build of Plotly.js 4 draws only with eval, which our pages do not allow: they would
 * show "WebGL is not supported". The strict build of the same version draws them.
 */
export const strictTraceTypes: ReadonlySet<string> = new Set(["scattergl", "scatterpolargl", "splom", "parcoords"]);
