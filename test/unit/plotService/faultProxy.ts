import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as later } from "node:timers/promises";
import { Random } from "../../../src/library/making/random.ts";

/** What may happen to an exchange, and how often among all. */
const FAULTS = {
  none: 40,
  /** The answer comes in drips. */
  slow: 10,
  /** The service has answered, and nobody hears of it until the client gives up. */
  silent: 1,
  /** The connection ends before the service hears of the request, or has heard half of it, or has answered. */
  "reset before": 6,
  "reset within": 4,
  "reset after": 6,
  /** The answer breaks off, its length announced or not. */
  "half body": 6,
  "half chunks": 6,
  /** A page of a gateway, before the service hears of the request or after it has answered. */
  "502 before": 4,
  "500 after": 4,
  /** Success with bytes that mean nothing, or bytes that are no HTTP at all. */
  "garbage body": 5,
  "garbage bytes": 5,
} as const;

type Fault = keyof typeof FAULTS;

function isFault(name: string): name is Fault {
  return name in FAULTS;
}

interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** A proxy in front of a service, in which things go wrong by chance: the same chances for the same seed. */
export class FaultProxy {
  /** How often each happened. */
  readonly counts = new Map<Fault, number>();
  readonly #service: URL;
  readonly #random: Random;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((incoming, outgoing) => void this.#take(incoming, outgoing));

  /** @param service The service's origin. */
  constructor(service: string, seed: number) {
    this.#service = new URL(service);
    this.#random = new Random(seed);
  }

  /** Answers the proxy's origin. */
  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address();
        resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
      });
    });
  }

  close(): Promise<void> {
    this.#agent.destroy();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const names = Object.keys(FAULTS).filter(isFault);
    const fault = names[this.#random.weighted(names.map((name) => FAULTS[name]))] ?? "none";
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    // The client may end a connection at any time.
    incoming.on("error", () => undefined);
    outgoing.on("error", () => undefined);
    try {
      const body = await buffer(incoming);
      if (fault === "reset before") return void incoming.socket.resetAndDestroy();
      if (fault === "502 before") return void outgoing.writeHead(502).end("<html><h1>Bad gateway</h1></html>");
      if (fault === "reset within")
        await this.#forward(incoming, body, Math.floor(body.length / 2)).catch(() => undefined);
      if (fault === "reset within") return void incoming.socket.resetAndDestroy();
      await this.#answer(fault, outgoing, await this.#forward(incoming, body, body.length));
    } catch {
      incoming.socket.destroy();
    }
  }

  /** Sends `length` bytes of the body on; where that is not all of it, the connection then ends. */
  #forward(incoming: IncomingMessage, body: Buffer, length: number): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const { host: _, ...headers } = incoming.headers;
      const { method = "GET", url = "/" } = incoming;
      const forwarded = request(new URL(url, this.#service), { method, headers, agent: this.#agent }, (response) => {
        const sent = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]);
        buffer(response).then(
          (bytes) => resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(sent), body: bytes }),
          reject,
        );
      });
      forwarded.on("error", reject);
      if (length === body.length) forwarded.end(body);
      else forwarded.write(body.subarray(0, length), () => forwarded.destroy(new Error("Reset.")));
      if (length < body.length && length === 0) forwarded.destroy(new Error("Reset."));
    });
  }

  async #answer(fault: Fault, outgoing: ServerResponse, { status, headers, body }: Answered): Promise<void> {
    const half = body.subarray(0, Math.floor(body.length / 2));
    const { "content-length": _, "transfer-encoding": _1, connection: _2, "keep-alive": _3, ...rest } = headers;
    const { socket } = outgoing;
    switch (fault) {
      case "silent":
        return;
      case "reset after":
        socket?.resetAndDestroy();
        return;
      case "half body":
        outgoing.writeHead(status, { ...rest, "content-length": body.length || 1 });
        outgoing.write(half, () => socket?.destroy());
        return;
      case "half chunks":
        outgoing.writeHead(status, { ...rest, "transfer-encoding": "chunked" });
        outgoing.write(half.length === 0 ? " " : half, () => socket?.destroy());
        return;
      case "500 after":
        outgoing.writeHead(500, { "content-type": "application/json" }).end('{"detail": "Uh oh.", "errors": []}');
        return;
      case "garbage body":
        outgoing.writeHead(200, { "content-type": "application/json" }).end(this.#garbage());
        return;
      case "garbage bytes":
        socket?.end(this.#garbage());
        return;
      case "slow":
        outgoing.writeHead(status, { ...rest, "content-length": body.length });
        for (let at = 0; at < body.length; at += Math.ceil(body.length / 4)) {
          outgoing.write(body.subarray(at, at + Math.ceil(body.length / 4)));
          await later(this.#random.between(0, 20));
        }
        outgoing.end();
        return;
      default:
        outgoing.writeHead(status, { ...rest, "content-length": body.length }).end(body);
    }
  }

  #garbage(): Buffer {
    return Buffer.from(
      Array.from({ length: 1 + Math.floor(this.#random.between(0, 300)) }, () => this.#random.between(0, 256)),
    );
  }
}
