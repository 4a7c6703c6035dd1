/** What clients in browsers send besides what browsers send by themselves. */
const REQUEST_HEADERS = "Authorization, Content-Type, Plotly-Client-Platform";
const METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
/** How long a browser may remember the answer, in seconds: an origin that was taken off the list is out soon. */
const MAX_AGE = "600";

/** Answers so that pages of the allowed origins may read it, and their browsers' questions whether they may ask. */
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
