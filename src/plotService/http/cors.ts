/** The headers that clients in browsers add to those of the browser. */
const REQUEST_HEADERS = "Authorization, Content-Type, Plotly-Client-Platform";
const METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
/** Seconds that a browser may remember the answer. They are few, so that an origin taken off the list is out soon. */
const MAX_AGE = "600";

/** Lets pages of the allowed origins read answers, and answers their browsers, who ask first whether they may. */
export function answerAcrossOrigins(
  request: Request,
  origins: readonly string[],
  answer: (request: Request) => Promise<Response>,
): Promise<Response> | Response {
  const origin = request.headers.get("origin");
  if (origin === null || !origins.includes(origin)) return answer(request);
  if (request.method === "OPTIONS" && request.headers.has("access-control-request-method")) {
    return new Response(null, { status: 204, headers: permission(request, origin) });
  }
  return answer(request).then((response) => {
    response.headers.set("Access-Control-Allow-Origin", origin);
    response.headers.append("Vary", "Origin");
    return response;
  });
}

function permission(request: Request, origin: string): Record<string, string> {
  const fromOutside = request.headers.get("access-control-request-private-network") === "true";
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": REQUEST_HEADERS,
    "Access-Control-Max-Age": MAX_AGE,
    Vary: "Origin",
    ...(fromOutside && { "Access-Control-Allow-Private-Network": "true" }),
  };
}
