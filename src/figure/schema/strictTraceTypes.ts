/**
 * Trace types that the ordinary build of Plotly.js 4 draws only with eval, which no page of ours allows: without it they
 * show "WebGL is not supported". The strict build of the same version draws them.
 */
export const strictTraceTypes: ReadonlySet<string> = new Set(["scattergl", "scatterpolargl", "splom", "parcoords"]);
