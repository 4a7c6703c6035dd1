import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { errorBody } from "./http/httpError.ts";
import { answerAcrossOrigins } from "./http/cors.ts";
import { identityOf, identityPath } from "./identity.ts";
import type { PlotService } from "./service.ts";

export interface ListenOptions {
  /** The port; 0 takes any free one. */
  readonly port: number;
  /** Origins whose pages may read and write, as browsers write them: `https://example.com`. None unless given. */
  readonly origins?: readonly string[];
  /** 20 s for headers, 5 minutes for a request and 2 minutes of silence unless given. */
  readonly patience?: Patience;
}

/** Milliseconds that a client may take before its connection ends. */
export interface Patience {
  /** To send its headers. */
  readonly headers: number;
  /** To send its whole request. */
  readonly request: number;
  /** Without taking or sending anything while it is answered. */
  readonly silence: number;
}

/** A plot service that answers at `url`. */
export interface ListeningService {
  /** An origin, without a slash at the end: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Ends open connections; the service itself stays open. */
  close(): Promise<void>;
}

const PATIENCE: Patience = { headers: 20_000, request: 300_000, silence: 120_000 };
const LOOPBACK = "127.0.0.1";
/** The methods that a Request can have. TRACE is none of them: it would send the credentials back. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);
const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Answers requests on the loopback interface. Rejects with Node's own error where the port cannot be had. */
export async function listen(service: PlotService, options: ListenOptions): Promise<ListeningService> {
  const { port, origins = [], patience = PATIENCE } = options;
  let taken = port;
  const fromService = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== identityPath) return service.fetch(withBody(request));
    const proof = identityOf(service, searchParams.get("challenge") ?? "", taken);
    if (proof !== undefined) return Response.json({ proof });
    return refusal("Send a challenge: 32 hexadecimal digits that were not sent before.", 400);
  };
  const answer = (request: Request): Promise<Response> | Response =>
    guard(request, taken, origins) ?? answerAcrossOrigins(request, origins, fromService);
  // Leaves the Request and Response of other code in this process alone.
  const listener = getRequestListener(answer, { hostname: LOOPBACK, overrideGlobalObjects: false });
  const limits = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    // How often Node looks for slow clients.
    connectionsCheckingInterval: Math.min(patience.headers, 30_000),
  };
  const server = createServer(limits, (incoming, outgoing) => {
    if (METHODS.has(incoming.method ?? "")) void listener(incoming, outgoing);
    else refuseMethod(incoming, outgoing);
  });
  server.timeout = patience.silence;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (typeof address === "object" && address !== null) taken = address.port;
  return {
    url: `http://${LOOPBACK}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Makes a real Request of the stand-in that the server hands over. Hono's limit of bodies makes another Request where
 * no length is announced (a body in chunks, a DELETE without a body), and it cannot make one of a stand-in.
 */
function withBody(request: Request): Request {
  const { method, headers, url } = request;
  if (SAFE_METHODS.has(method) || (headers.has("content-length") && !headers.has("transfer-encoding"))) return request;
  return new Request(url, { method, headers, body: request.body, duplex: "half" });
}

/**
 * Refuses what a web page in the user's browser could send here. The Host header shows a page whose own name was made
 * to lead to this computer. The Origin header shows a page that writes across origins.
 */
function guard(request: Request, port: number, origins: readonly string[]): Response | undefined {
  const hosts = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  const host = request.headers.get("host");
  if (host === null || !hosts.includes(host.toLowerCase())) {
    return refusal(`This service answers at ${LOOPBACK}:${port} and to no other name.`);
  }
  const origin = request.headers.get("origin");
  if (origin === null || SAFE_METHODS.has(request.method) || origins.includes(origin)) return undefined;
  if (!hosts.includes(origin.replace("http://", ""))) {
    return refusal("Pages of other origins may not write here.");
  }
  return undefined;
}

function refuseMethod({ method = "" }: IncomingMessage, outgoing: ServerResponse): void {
  const body = JSON.stringify(errorBody([{ message: `Method "${method}" not allowed.` }]));
  const headers = { "Content-Type": "application/json", Allow: [...METHODS].join(", "), Connection: "close" };
  outgoing.writeHead(405, headers).end(body);
}

function refusal(message: string, status = 403): Response {
  return Response.json(errorBody([{ message }]), { status });
}
